package dev.socketee.it.proxy;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.it.auth.Guarded;
import dev.socketee.it.binary.Binary;
import dev.socketee.it.echo.CustomMirror;
import dev.socketee.it.echo.MainMirror;
import dev.socketee.it.hooks.Hooks;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.traffic.Traffic;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One server behind nginx. */
class ProxyIT {

  private static final String PATH = "/app/";
  private static EmbeddedSocketIO server;

  @BeforeAll
  static void start() {
    server =
        EmbeddedSocketIO.builder()
            .port(0)
            .contextPath("/app")
            .behindProxy()
            .option("ping-interval", "500")
            .option("ping-timeout", "5000")
            .option("max-payload", "1000000")
            .beans(MainMirror.class, CustomMirror.class, Guarded.class, Hooks.class)
            .beans(Binary.class, Traffic.class)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Nginx nginx(String name, Site site) throws Exception {
    return Nginx.start(name, site, server.port());
  }

  @TestFactory
  List<DynamicTest> buffered() throws Exception {
    try (Nginx nginx = nginx("buffered", Site.ofOneNode())) {
      return behaviours(nginx);
    }
  }

  @TestFactory
  List<DynamicTest> unbuffered() throws Exception {
    try (Nginx nginx = nginx("unbuffered", Site.ofOneNode().unbuffered())) {
      return behaviours(nginx);
    }
  }

  private static List<DynamicTest> behaviours(Nginx nginx) {
    return Stream.of("binary", "traffic")
        .flatMap(
            script -> NodeScript.run(script + ".test.mjs", nginx.http(PATH), Map.of()).stream())
        .toList();
  }

  @TestFactory
  List<DynamicTest> forwarded() throws Exception {
    try (Nginx nginx = nginx("forwarded", Site.ofOneNode())) {
      return NodeScript.run("proxy-forwarded.test.mjs", nginx.http(PATH), Map.of());
    }
  }

  @TestFactory
  List<DynamicTest> forwardedByTls() throws Exception {
    try (Nginx nginx = nginx("tls", Site.ofOneNode())) {
      return NodeScript.run("proxy-forwarded.test.mjs", nginx.https(PATH), Map.of());
    }
  }

  @TestFactory
  List<DynamicTest> atRoot() throws Exception {
    try (Nginx nginx = nginx("root", Site.ofOneNode().atRoot())) {
      return NodeScript.run("proxy-forwarded.test.mjs", nginx.http("/"), Map.of());
    }
  }

  @TestFactory
  List<DynamicTest> withoutUpgrade() throws Exception {
    Site site =
        Site.ofOneNode()
            .without("proxy_set_header Upgrade $http_upgrade;")
            .without("proxy_set_header Connection $connection_upgrade;");
    try (Nginx nginx = nginx("plain", site)) {
      return NodeScript.run("proxy-plain.test.mjs", nginx.http(PATH), Map.of());
    }
  }
}
