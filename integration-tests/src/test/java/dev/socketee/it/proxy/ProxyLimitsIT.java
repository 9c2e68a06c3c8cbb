package dev.socketee.it.proxy;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.embedded.EmbeddedSocketIOBuilder;
import dev.socketee.it.disconnect.Disconnects;
import dev.socketee.it.echo.MainMirror;
import dev.socketee.it.support.NodeScript;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How long nginx waits, and how much it lets through; a server whose own limits are far away. */
class ProxyLimitsIT {

  private static EmbeddedSocketIO patient;

  @BeforeAll
  static void start() {
    patient = server().option("max-payload", "5000000").start();
  }

  @AfterAll
  static void stop() {
    patient.close();
  }

  private static EmbeddedSocketIOBuilder server() {
    return EmbeddedSocketIO.builder()
        .port(0)
        .contextPath("/app")
        .beans(MainMirror.class, Disconnects.class);
  }

  @TestFactory
  List<DynamicTest> idle() throws Exception {
    try (EmbeddedSocketIO beating = server().option("ping-interval", "1000").start()) {
      return run("idle", Site.ofOneNode().waiting("3s"), beating);
    }
  }

  @TestFactory
  List<DynamicTest> cut() throws Exception {
    return run("cut", Site.ofOneNode().waiting("1s"), patient);
  }

  @TestFactory
  List<DynamicTest> gone() throws Exception {
    return run("gone", Site.ofOneNode(), patient);
  }

  @TestFactory
  List<DynamicTest> body() throws Exception {
    return run("body", Site.ofOneNode(), patient);
  }

  @TestFactory
  List<DynamicTest> large() throws Exception {
    return run("large", Site.ofOneNode().withQuoted("client_max_body_size 50m;"), patient);
  }

  private static List<DynamicTest> run(String script, Site site, EmbeddedSocketIO server)
      throws Exception {
    try (Nginx nginx = Nginx.start(script, site, server.port())) {
      return NodeScript.run("proxy-" + script + ".test.mjs", nginx.http("/app/"), Map.of());
    }
  }
}
