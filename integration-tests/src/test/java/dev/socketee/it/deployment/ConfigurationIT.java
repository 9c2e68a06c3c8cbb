package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.socketee.it.configuration.Definitions;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Options from everywhere, for two servers and some namespaces: what counts is what the table of
 * {@code docs/configuration.md} says, as the official client sees it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ConfigurationIT {

  private static final String NAME = "configured";

  @ArquillianResource private Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive war() {
    return Wars.configured(
            NAME,
            Map.of(
                "socketio.server.admin.ping-timeout", "PT6S",
                "socketio.server.admin.max-payload", "1",
                "socketio.namespace./seats.max-sockets", "3",
                "socketio.server.admin.namespace./seats.max-sockets", "4",
                "socketio.namespace./booths/{visitor}.max-sockets", "1"))
        .addPackage(Definitions.class.getPackage())
        .addAsResource(
            new StringAsset(
                """
                socketio.namespace./seats.max-sockets = 2
                socketio.namespace."/booths/vip".max-sockets = 2
                """),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void options_fromEverywhere_countAsDocumented() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log =
        ServerLog.provoke(
            () -> {
              deployer.deploy(NAME);
              try {
                tests.addAll(NodeScript.run("configuration.test.mjs", "/" + NAME + "/"));
              } finally {
                deployer.undeploy(NAME);
              }
            });
    assertAll(tests.stream().map(DynamicTest::getExecutable));
    assertThat(log).contains(expected());
  }

  private static List<String> expected() {
    String source = "(@SocketIODefinition of " + Definitions.class.getName() + ")";
    return List.of(
        "socketio.namespace./seats.max-sockets = \"2\" (MicroProfile Config)",
        "socketio.namespace./seats.pending-acks = \"1\" " + source,
        "socketio.path = \"/configured/admin\" " + source,
        "socketio.server.admin.ping-timeout = \"PT6S\" (context-param)",
        "(SocketIOConfigurer dev.socketee.it.configuration.Settings)",
        "Refusing a socket of /seats, which has 2 already, because of max-sockets");
  }
}
