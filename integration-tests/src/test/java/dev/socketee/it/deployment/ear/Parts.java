package dev.socketee.it.deployment.ear;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** All that a web module can have beside handlers, which it has none of. */
@ApplicationScoped
public class Parts implements RequestHooks, SocketIOConfigurer {

  @Override
  public void headers(HttpRequest request, Map<String, String> headers) {
    headers.put("X-Parts", "here");
  }

  @Override
  public void configure(String server, SocketIOBuilder builder) {
    builder.option("ping-interval", "12345");
  }

  /** Makes a namespace when the server is ready. */
  void ready(@Observes SocketIO server) {
    server.of("/ready").onConnection(socket -> socket.emit("welcome"));
  }
}
