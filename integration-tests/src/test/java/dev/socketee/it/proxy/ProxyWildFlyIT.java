package dev.socketee.it.proxy;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.as.arquillian.api.ServerSetup;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** WildFly behind nginx. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@ServerSetup(ProxiedListener.class)
class ProxyWildFlyIT {

  @Deployment(testable = false)
  static WebArchive app() {
    return Wars.calm("app");
  }

  @TestFactory
  List<DynamicTest> traffic() throws Exception {
    try (Nginx nginx = Nginx.start("wildfly", Site.ofOneNode(), ProxiedListener.port())) {
      return NodeScript.run("traffic.test.mjs", nginx.http("/app/"), Map.of());
    }
  }

  @TestFactory
  List<DynamicTest> forwarded() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    try (Nginx nginx = Nginx.start("wildfly", Site.ofOneNode(), ProxiedListener.port())) {
      tests.addAll(NodeScript.run("proxy-forwarded.test.mjs", nginx.http("/app/"), Map.of()));
      tests.addAll(NodeScript.run("proxy-forwarded.test.mjs", nginx.https("/app/"), Map.of()));
    }
    return tests;
  }
}
