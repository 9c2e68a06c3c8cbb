package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import dev.socketee.it.deployment.ear.Cashier;
import dev.socketee.it.deployment.ear.Courier;
import dev.socketee.it.deployment.ear.Desk;
import dev.socketee.it.deployment.ear.Parts;
import dev.socketee.it.deployment.ear.Prices;
import dev.socketee.it.deployment.ear.Sold;
import dev.socketee.it.deployment.ear.Till;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Enterprise applications: where the jars may be, and what modules have of them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EarIT {

  @ArquillianResource private Deployer deployer;

  /** The jars in each web module; the EJB module does not know them. */
  @Deployment(name = "ear-event", testable = false)
  static EnterpriseArchive inWebModule() {
    return ear("ear-event")
        .addAsModule(ejbModule("ear-event-ejb", Till.class, Sold.class))
        .addAsModule(withLibraries(webModule("ear-event")))
        .addAsModule(withLibraries(webModule("ear-event-other")));
  }

  /** The jars in the enterprise application, for all modules. */
  @Deployment(name = "ear-lib", testable = false)
  static EnterpriseArchive inEar() {
    return withLibraries(ear("ear-lib"))
        .addAsModule(ejbModule("ear-lib-ejb", Till.class, Sold.class, Cashier.class))
        .addAsModule(webModule("ear-lib"));
  }

  /** The jars in the enterprise application, and no handlers in the web module. */
  @Deployment(name = "ear-parts", testable = false)
  static EnterpriseArchive withoutHandlers() {
    return withLibraries(ear("ear-parts")).addAsModule(withParts("ear-parts"));
  }

  /** The same, with handlers that are shared. */
  @Deployment(name = "ear-shared", testable = false)
  static EnterpriseArchive withSharedHandlers() {
    return withLibraries(ear("ear-shared"))
        .addAsLibrary(
            ShrinkWrap.create(JavaArchive.class, "shared-handlers.jar")
                .addClass(Courier.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"))
        .addAsModule(withParts("ear-shared"));
  }

  private static WebArchive withParts(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClass(Parts.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  /** Two web modules that share the jars. */
  @Deployment(name = "ear-two", managed = false, testable = false)
  static EnterpriseArchive sharedByTwo() {
    return withLibraries(ear("ear-two"))
        .addAsModule(ejbModule("ear-two-ejb", Till.class, Sold.class))
        .addAsModule(webModule("ear-one-of-two"))
        .addAsModule(webModule("ear-other-of-two"));
  }

  private static EnterpriseArchive ear(String name) {
    return ShrinkWrap.create(EnterpriseArchive.class, name + ".ear");
  }

  private static JavaArchive ejbModule(String name, Class<?>... classes) {
    return ShrinkWrap.create(JavaArchive.class, name + ".jar").addClasses(classes);
  }

  private static WebArchive webModule(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClasses(Desk.class, Prices.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  private static WebArchive withLibraries(WebArchive war) {
    Wars.libraries().forEach((name, jar) -> war.addAsLibrary(jar, name));
    return war;
  }

  private static EnterpriseArchive withLibraries(EnterpriseArchive ear) {
    Wars.libraries().forEach((name, jar) -> ear.addAsLibrary(jar, name));
    return ear;
  }

  @TestFactory
  List<DynamicTest> event() {
    return NodeScript.run("ear-event.test.mjs", "/ear-event/");
  }

  @TestFactory
  List<DynamicTest> eventOfTheOtherWebModule() {
    return NodeScript.run("ear-event.test.mjs", "/ear-event-other/");
  }

  @TestFactory
  List<DynamicTest> lib() {
    return NodeScript.run("ear-lib.test.mjs", "/ear-lib/");
  }

  @TestFactory
  List<DynamicTest> partsWithoutHandlers() {
    return NodeScript.run("ear-parts.test.mjs", "/ear-parts/");
  }

  @TestFactory
  List<DynamicTest> partsWithSharedHandlers() {
    return NodeScript.run("ear-parts.test.mjs", "/ear-shared/");
  }

  @Test
  void twoWebModules_ofSharedJars_areRefused() throws Exception {
    String log =
        ServerLog.provoke(
            () -> assertThat(catchException(() -> deployer.deploy("ear-two"))).isNotNull());
    assertThat(log.lines())
        .filteredOn(line -> line.contains("are in one enterprise application"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("/ear-one-of-two", "/ear-other-of-two"));
  }
}
