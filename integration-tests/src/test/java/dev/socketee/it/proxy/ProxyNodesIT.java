package dev.socketee.it.proxy;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.it.support.NodeScript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two servers behind nginx: all requests of a connection come to the same one. */
class ProxyNodesIT {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TestFactory
  List<DynamicTest> ids() throws Exception {
    return run("nodes", Site.ofNodes("The name of the node in the sid"), Node.Ids.class);
  }

  @TestFactory
  List<DynamicTest> cookie() throws Exception {
    return run("nodes", Site.ofNodes("A cookie"));
  }

  @TestFactory
  List<DynamicTest> address() throws Exception {
    return run("address", Site.ofNodesByAddress());
  }

  private static List<DynamicTest> run(String script, Site site, Class<?>... beans)
      throws Exception {
    try (EmbeddedSocketIO a = Node.start(Node.A.class, beans);
        EmbeddedSocketIO b = Node.start(Node.B.class, beans);
        Nginx nginx = Nginx.start(script, site, a.port(), b.port())) {
      return NodeScript.run(
          "proxy-" + script + ".test.mjs",
          nginx.http("/app/"),
          Map.of("leave a", () -> a.server().drain(LONG), "stop a", a::close));
    }
  }
}
