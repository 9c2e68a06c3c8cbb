package dev.socketee;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A Socket.IO server: the namespaces that clients of one path can connect to.
 *
 * <p>In a CDI application it is injected ({@code @Inject SocketIO io}) and can be used from any
 * thread at any time, also before the transports are up: listeners registered then are in place
 * when the first client arrives, and what is emitted then reaches nobody.
 *
 * <p>When a server is ready, observers are told of it, once for each server of the application,
 * also of those that are built later:
 *
 * <pre>{@code
 * void ready(@Observes SocketIO io) {
 *   log.info(io.name() + " serves " + io.path());
 * }
 * }</pre>
 *
 * <p>That is while the application starts, when all its servers are up; the container lets clients
 * in next. With an exception of an observer the deployment fails, and so does {@link
 * SocketIOBuilder#build()} of a server that is built later. Observers run with an active request
 * context, on the thread that starts the application or builds the server.
 *
 * <p>Source: reference 2.1, Server.
 */
public interface SocketIO {

  /** The name of the server that an application has by configuration. */
  String DEFAULT_NAME = "default";

  /**
   * Begins one more server of this application, beside the one that it has by configuration.
   *
   * @return a builder; its documentation says when and where
   * @throws IllegalStateException if no implementation is on the class path
   */
  static SocketIOBuilder builder() {
    return Providers.find().builder();
  }

  /**
   * The name of this server among those of the application.
   *
   * @return what the builder was given, or {@value #DEFAULT_NAME} for the one by configuration
   */
  String name();

  /**
   * Where clients find this server, below the context path of the application.
   *
   * @return the path, such as {@code /socket.io}, without a slash at the end
   * @throws IllegalStateException if the configuration, which says so, has not been read yet; it
   *     has been when the application's listeners are called
   */
  String path();

  /**
   * Adds a listener for requests that are answered with an error, by long-polling or WebSocket: of
   * clients that are too old, that come with the id of a connection that is gone, or that {@link
   * dev.socketee.spi.RequestHooks} refuse.
   *
   * <p>It is not told of clients that come when this server is drained or closed, and get status
   * 503.
   *
   * @param listener called on the container's thread that serves the request: must not block. What
   *     it throws goes to the log
   * @return this server
   */
  SocketIO onConnectionError(Consumer<? super ConnectionError> listener);

  /**
   * Closes this server gently: from now on, handshakes are answered with status 503; what is
   * connected goes on, and is sent the event {@code server_draining} with the milliseconds that are
   * left, as is whoever joins a namespace later. Once all connections are gone, at the latest at
   * the deadline, it is {@linkplain #close closed}.
   *
   * @param deadline how long clients have; zero closes at once
   * @return completed when it is closed, on a thread that must not be blocked. If it is called
   *     again, the deadline that is sooner counts
   * @throws IllegalArgumentException if the deadline is negative
   */
  CompletionStage<Void> drain(Duration deadline);

  /**
   * Closes this server: its sockets end with {@link DisconnectReason#SERVER_SHUTTING_DOWN}, their
   * connections are closed, and requests are answered with status 503. A new server can be built
   * with its name, and at its path; the beans that serve this name then serve that one. Nothing
   * happens if it is closed. When the application is stopped, all its servers are closed.
   *
   * @return completed when everything is closed
   */
  CompletionStage<Void> close();

  /**
   * The namespace of that name, created if it does not exist. A client can connect only to
   * namespaces that exist.
   *
   * @param name the name, such as {@code "/chat"}; a missing leading {@code /} is added
   * @return the namespace, the same object for the same name
   * @throws IllegalArgumentException if the name contains a comma, which the wire cannot carry
   */
  SocketNamespace of(String name);

  /**
   * Namespaces that are created when a client asks for a name that matches, and have {@linkplain
   * ParentNamespace a parent} in common. A namespace that exists already stays what it is; one that
   * {@link #of(String)} creates from now on is a child, if its name matches. Of several patterns
   * and matchers, the first one that was given counts.
   *
   * <p>Every client can create any namespace that matches; see the options {@code
   * child-namespaces}, {@code child-namespaces-per-connection} and {@code
   * cleanup-empty-child-namespaces}, and prefer {@link #of(NamespaceMatcher)} if the pattern is
   * open. Never take a pattern from a user: there are some that take for ever.
   *
   * @param pattern what a whole name must match, with its leading {@code /}
   * @return the parent, the same object for the same pattern with the same flags
   */
  ParentNamespace of(Pattern pattern);

  /**
   * Namespaces that are created when a client asks for them and may have them.
   *
   * @param matcher decides on each name; asked in its turn, see {@link #of(Pattern)}
   * @return the parent, a new one
   */
  ParentNamespace of(NamespaceMatcher matcher);

  /**
   * Adds a listener that is told of every namespace that is created from now on. It runs before any
   * client can connect to the namespace, on the thread that creates it, or on one that may block if
   * it is created for a client.
   *
   * @param listener the listener; what it throws is logged
   * @return this server
   */
  SocketIO onNewNamespace(Consumer<? super SocketNamespace> listener);

  /**
   * The main namespace, {@code /}, to which a client connects when it names no other.
   *
   * @return the namespace {@code /}
   */
  SocketNamespace sockets();

  /**
   * The namespaces that exist now, {@code /} among them.
   *
   * @return an unmodifiable snapshot
   */
  Collection<SocketNamespace> namespaces();

  /**
   * Numbers of this server, as they are now: of this node, if there are several.
   *
   * @return a snapshot
   */
  Statistics statistics();
}
