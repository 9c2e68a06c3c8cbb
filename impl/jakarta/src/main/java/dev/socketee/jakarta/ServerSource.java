package dev.socketee.jakarta;

import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Optional;

/**
 * Hands over a server that exists before the web application starts, because something (CDI)
 * injects it into beans that run earlier. Found by {@link java.util.ServiceLoader} when the
 * application starts; without one, the application has no server but the one it gets from its
 * servlet context.
 */
public interface ServerSource {

  /** The server, not started; empty if this source has none for this application. */
  Optional<SocketIOServer> server();

  /**
   * The application's hooks, in the order in which to ask them. Called once, after {@link
   * #server()}.
   */
  List<RequestHooks> hooks();
}
