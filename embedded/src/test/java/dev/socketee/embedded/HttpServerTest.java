package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.jakarta.config.ConfigSources;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the port answers what. */
class HttpServerTest {

  private static final Settings SETTINGS =
      new Settings(0, "127.0.0.1", "", false, false, Set.of(), Map.of());

  @Test
  void requests_beforeTheServerIsThere_areToldToComeAgain() throws Exception {
    ServerLoader loader = ServerLoader.create();
    Undo undo = new Undo(loader);
    undo.add("release the configuration", () -> ConfigSources.release(loader));
    HttpServer http = new HttpServer(SETTINGS, loader);
    undo.add("end the threads of HTTP", http::close);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      http.deploy();
      undo.add("stop the application", http::undeploy);
      URI session = http.listen().resolve("/socket.io/?EIO=4&transport=polling");

      assertThat(TestClient.get(session).statusCode()).isEqualTo(503);
      http.open();
      assertThat(TestClient.get(session).statusCode()).isEqualTo(200);
    } finally {
      undo.run();
      thread.setContextClassLoader(before);
    }
  }
}
