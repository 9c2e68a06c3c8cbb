package dev.socketee.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample application in two windows of a real browser. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(OrderAnnotation.class)
class ChatIT {

  private static final String CHAT = "chat";

  private static List<DynamicTest> outcomes = List.of();

  @ArquillianResource private Deployer deployer;

  @Deployment(name = CHAT, managed = false, testable = false)
  static WebArchive war() {
    return Wars.sample(CHAT);
  }

  /** Arquillian deploys nothing on behalf of a test factory, so the script runs before it. */
  @Test
  @Order(1)
  void script_run_hasOutcomes() {
    deployer.deploy(CHAT);
    try {
      outcomes =
          NodeScript.run(
              "chat.test.mjs",
              "/" + CHAT + "/",
              Map.of(
                  "undeploy", () -> deployer.undeploy(CHAT),
                  "deploy", () -> deployer.deploy(CHAT)));
    } finally {
      deployer.undeploy(CHAT);
    }
    assertThat(outcomes).isNotEmpty();
  }

  @TestFactory
  @Order(2)
  List<DynamicTest> windows() {
    return outcomes;
  }
}
