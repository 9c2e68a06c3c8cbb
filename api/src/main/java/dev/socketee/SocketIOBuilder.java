package dev.socketee;

import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;
import java.time.Duration;

/**
 * Makes one more server of a web application, beside the one that it has by configuration: with a
 * path, namespaces, clients and options of its own. They share threads and timer.
 *
 * <p>When and where:
 *
 * <ul>
 *   <li>In {@code contextInitialized} of a {@code ServletContextListener} that is declared in
 *       {@code web.xml} or has {@code @WebListener}; in a {@code ServletContainerInitializer}; in
 *       the start of a {@code @Startup} EJB; or in a producer method of CDI for an
 *       application-scoped {@link SocketIO}, which is called when the application starts. Until the
 *       application has started, the server has no clients.
 *   <li>Later, when the application runs, at any path where it had a server before that has been
 *       {@linkplain SocketIO#close closed}. Any other path is refused then, because servlets cannot
 *       be added to a running application.
 * </ul>
 *
 * <p>Options that are not set here are those of the application's configuration, but for the path;
 * {@code docs/configuration.md} has the table. Beans of type {@link RequestHooks} see the requests
 * of every server, before the hooks that are set here.
 *
 * <p>Not thread-safe.
 */
public interface SocketIOBuilder {

  /**
   * Names the server, for {@link dev.socketee.annotation.Namespace#server()}, the log and messages.
   *
   * @param name not blank; at most 100 characters. Default: the path without its leading slash
   * @return this builder
   * @throws IllegalArgumentException if it is blank or too long
   */
  SocketIOBuilder name(String name);

  /**
   * Says where clients find it: the same as the option {@code path}.
   *
   * @param path below the context path of the application, such as {@code /admin}. Has no default:
   *     it is said here, or configured as {@code socketio.server.<name>.path}
   * @return this builder
   */
  default SocketIOBuilder path(String path) {
    return option("path", path);
  }

  /**
   * Sets an option, as the configuration does.
   *
   * @param key the key without the prefix {@code socketio.}, such as {@code ping-interval}; those
   *     of the application's threads, {@code virtual-threads}, {@code handler-threads} and {@code
   *     executor}, are not possible
   * @param value as the configuration has it, such as {@code PT5S}. Empty is not set
   * @return this builder
   */
  SocketIOBuilder option(String key, String value);

  /**
   * Sets an option of one namespace, as the key {@code socketio.namespace.<namespace>.<key>} of the
   * configuration does.
   *
   * @param namespace the name, such as {@code /chat}, or a template such as {@code
   *     /tenants/{tenant}}
   * @param key an option that namespaces can have of their own, such as {@code max-sockets}
   * @param value as the configuration has it. Empty is not set
   * @return this builder
   */
  default SocketIOBuilder namespaceOption(String namespace, String key, String value) {
    return option("namespace.\"" + namespace + "\"." + key, value);
  }

  /**
   * Sets the option {@code ping-interval}.
   *
   * @param interval the time between an answered heartbeat and the next
   * @return this builder
   */
  default SocketIOBuilder pingInterval(Duration interval) {
    return option("ping-interval", interval.toString());
  }

  /**
   * Sets the option {@code ping-timeout}.
   *
   * @param timeout how long a client may take to answer a heartbeat
   * @return this builder
   */
  default SocketIOBuilder pingTimeout(Duration timeout) {
    return option("ping-timeout", timeout.toString());
  }

  /**
   * Sets the option {@code transports}.
   *
   * @param transports of {@code polling} and {@code websocket}
   * @return this builder
   */
  default SocketIOBuilder transports(String... transports) {
    return option("transports", String.join(",", transports));
  }

  /**
   * Sets the option {@code max-payload}.
   *
   * @param bytes the largest WebSocket message, or body of a polling request, that is accepted
   * @return this builder
   */
  default SocketIOBuilder maxPayload(int bytes) {
    return option("max-payload", Integer.toString(bytes));
  }

  /**
   * Sets the option {@code cors.origin}.
   *
   * @param origins other origins that may read responses
   * @return this builder
   */
  default SocketIOBuilder corsOrigins(String... origins) {
    return option("cors.origin", String.join(",", origins));
  }

  /**
   * Adds hooks for the requests of this server.
   *
   * @param hooks asked after those that were added before
   * @return this builder
   */
  SocketIOBuilder hooks(RequestHooks hooks);

  /**
   * Connects the namespaces of this server with those of other nodes.
   *
   * @param factory makes an adapter for each namespace; without one, this server is alone
   * @return this builder
   */
  SocketIOBuilder adapter(AdapterFactory factory);

  /**
   * Sets how packets look on the wire, in place of the option {@code parser}.
   *
   * @param parser a parser, which all clients of this server have to have, too
   * @return this builder
   */
  SocketIOBuilder parser(Parser parser);

  /**
   * Makes the server.
   *
   * @return the server, which takes clients as soon as the application has started: when it is
   *     running already, from now on
   * @throws IllegalArgumentException if an option is unknown, or its value cannot be understood,
   *     with the text that the configuration would get; while the application starts, that may come
   *     later, and then stops the deployment
   * @throws IllegalStateException if there is no path, which, of a server with a name, may also
   *     come later, if the application has a server of that name or at that path, if the path
   *     cannot be mounted any more, or if it is not called by a web application
   */
  SocketIO build();
}
