package dev.socketee.jakarta;

import dev.socketee.engine.EngineServer;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.http.EngineServlet;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.websocket.DeploymentException;
import java.util.Optional;
import java.util.Set;

/**
 * An engine at a path of a web application: the servlet for all of its requests, and behind it the
 * endpoint for WebSockets. Independent of Socket.IO: an application can mount a bare engine.
 */
public final class EngineMount {

  private final String path;
  private final EngineServlet servlet = new EngineServlet();

  /**
   * A mount that does not serve yet.
   *
   * @param path the path in the application, such as {@code /socket.io}: with a leading and without
   *     a trailing slash. It is served with and without one
   */
  public EngineMount(String path) {
    this.path = path;
  }

  /**
   * Registers the servlet: first thing, while the application may still register some.
   *
   * @throws IllegalStateException if the application has a servlet at that path
   */
  public void register(ServletContext context) {
    ServletRegistration.Dynamic registration = context.addServlet("SocketEE " + path, servlet);
    if (registration == null) {
      throw new IllegalStateException("something is mounted at " + path + " already");
    }
    registration.setAsyncSupported(true);
    Set<String> taken = registration.addMapping(path + "/*");
    if (!taken.isEmpty()) {
      throw new IllegalStateException(
          "the application has a servlet of its own at "
              + taken
              + "; set socketio.path to another path, or map that servlet elsewhere");
    }
  }

  /**
   * Prepares for WebSockets: not before {@code contextInitialized}.
   *
   * @param maxPayload the largest message, in bytes
   * @return empty if the container has none
   * @throws IllegalStateException if the container refuses the endpoint
   */
  public Optional<WebSocketUpgrades> webSockets(ServletContext context, int maxPayload) {
    try {
      return WebSocketUpgrades.create(context, path, maxPayload);
    } catch (DeploymentException e) {
      throw new IllegalStateException("the container refuses the WebSocket endpoint of " + path, e);
    }
  }

  /** Begins to serve. */
  public void start(
      EngineServer engine,
      HandlerThreads threads,
      Optional<WebSocketUpgrades> webSockets,
      Optional<ClientBundle> client) {
    servlet.start(engine, threads, webSockets, client);
  }

  /** Ceases to serve; the engine's sessions are not closed by it. */
  public void stop() {
    servlet.stop();
  }
}
