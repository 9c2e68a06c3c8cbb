package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Wars;
import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.WebSocket;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that goes and comes back, with clients connected. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@TestMethodOrder(OrderAnnotation.class)
class RedeploymentIT {

  private static final String APPLICATION = "redeployed";
  private static final String OBSERVER = "observer";
  private static final int REDEPLOYMENTS = 6;

  private static List<DynamicTest> outcomes = List.of();

  @ArquillianResource private Deployer deployer;

  @Deployment(name = APPLICATION, managed = false, testable = false)
  static WebArchive application() {
    // Without timers: idle threads of WildFly's timer service hold on to their last application.
    return Wars.calm(APPLICATION).deletePackages(true, "dev.socketee.it.ejb");
  }

  /** Stays while the other one goes, and looks at what is left of it. */
  @Deployment(name = OBSERVER, testable = false)
  static WebArchive observer() {
    return ShrinkWrap.create(WebArchive.class, OBSERVER + ".war").addClass(RemainsServlet.class);
  }

  /** Arquillian deploys nothing on behalf of a test factory, so the script runs before it. */
  @Test
  @Order(1)
  void script_run_hasOutcomes() {
    deployer.deploy(APPLICATION);
    try {
      outcomes =
          NodeScript.run(
              "redeploy.test.mjs",
              "/" + APPLICATION + "/",
              Map.of(
                  "undeploy", () -> deployer.undeploy(APPLICATION),
                  "deploy", () -> deployer.deploy(APPLICATION)));
    } finally {
      deployer.undeploy(APPLICATION);
    }
    assertThat(outcomes).isNotEmpty();
  }

  @TestFactory
  @Order(2)
  List<DynamicTest> clients_applicationRedeployed_comeBack() {
    return outcomes;
  }

  @Test
  void connections_applicationUndeployed_areClosed() throws IOException {
    deployer.deploy(APPLICATION);
    String path = "/" + APPLICATION + "/socket.io/";
    Polling session = Polling.open(path);
    CompletableFuture<HttpResponse<String>> waiting = session.getLater();
    try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket")) {
      assertThat(socket.text()).startsWith("0{");

      deployer.undeploy(APPLICATION);

      assertThat(socket.awaitClose()).isEqualTo(1001);
      assertThat(waiting.join().statusCode()).isIn(200, 404, 503);
    }
  }

  /**
   * Some may live longer than their deployment: idle threads of WildFly hold on to their last
   * request, and the JDK to the type of the record that was compared last. A leak would keep all.
   */
  @Test
  void application_redeployedManyTimes_isCollected() throws IOException {
    int before = loaders();
    for (int i = 0; i < REDEPLOYMENTS; i++) {
      deployer.deploy(APPLICATION);
      String path = "/" + APPLICATION + "/socket.io/";
      Polling.open(path).push("40", "42[\"message\",{\"a\":[1]}]").poll();
      try (WebSocket socket = WebSocket.open(path + "?EIO=4&transport=websocket")) {
        assertThat(socket.text()).startsWith("0{");
        assertThat(socket.send("40").text()).startsWith("40{");
      }
      deployer.undeploy(APPLICATION);
    }

    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() -> assertThat(loaders() - before).isLessThanOrEqualTo(REDEPLOYMENTS - 2));
  }

  @Test
  void threads_applicationUndeployed_areGone() {
    deployer.deploy(APPLICATION);
    Polling.open("/" + APPLICATION + "/socket.io/").push("40").poll();
    assertThat(threads()).contains("socketio-timer-").contains("socketio-handler-");

    deployer.undeploy(APPLICATION);

    assertThat(threads()).isEqualTo("[]");
  }

  private static int loaders() {
    return Integer.parseInt(Polling.get("/" + OBSERVER + "/remains?of=/" + APPLICATION).body());
  }

  private static String threads() {
    return Polling.get("/" + OBSERVER + "/remains").body();
  }
}
