package dev.socketee.jakarta;

import dev.socketee.engine.EngineServer;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.http.EngineServlet;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
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
   * @throws IllegalStateException if the application has a servlet at that path, or can have none
   *     any more
   */
  public void register(ServletContext context) {
    ServletRegistration.Dynamic registration;
    try {
      registration = context.addServlet("SocketEE " + path, servlet);
    } catch (IllegalStateException | UnsupportedOperationException e) {
      throw new IllegalStateException(
          "nothing can be mounted at "
              + path
              + " any more: the container adds servlets only while the application starts, in a"
              + " ServletContextListener that is declared in web.xml or has @WebListener. Later, a"
              + " server can be built only at a path where there was one",
          e);
    }
    if (registration == null) {
      throw new IllegalStateException("something is mounted at " + path + " already");
    }
    registration.setAsyncSupported(true);
    Set<String> taken = registration.addMapping(path + "/*");
    if (!taken.isEmpty()) {
      throw new IllegalStateException(
          "the application has a servlet of its own at "
              + taken
              + "; give the server another path (by the option socketio.path, or its builder), or map"
              + " that servlet elsewhere");
    }
  }

  /**
   * The WebSockets of an application: not before {@code contextInitialized}.
   *
   * @return empty if the container has none
   * @throws IllegalStateException if the container refuses the endpoint
   */
  public static Optional<WebSocketUpgrades> webSockets(ServletContext context) {
    return WebSocketUpgrades.of(context);
  }

  /** Says what to do when the container takes the servlet away, at the end of the application. */
  void onDestroy(Runnable action) {
    servlet.onDestroy(action);
  }

  /** Begins to serve. */
  public void start(
      EngineServer engine,
      HandlerThreads threads,
      RoleNames roles,
      Optional<WebSocketUpgrades> webSockets,
      Optional<ClientBundle> client) {
    servlet.start(engine, threads, roles, webSockets, client);
  }

  /** Ceases to serve; the engine's sessions are not closed by it. */
  public void stop() {
    servlet.stop();
  }
}
