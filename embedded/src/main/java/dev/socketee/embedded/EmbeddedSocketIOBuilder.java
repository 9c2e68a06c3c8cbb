package dev.socketee.embedded;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Collects what an {@link EmbeddedSocketIO} is to be, and {@linkplain #start starts} it. Can start
 * several, one after the other. Not thread-safe.
 */
public final class EmbeddedSocketIOBuilder {

  private static final int LAST_PORT = 65_535;

  private int port = 8080;
  private String host = "127.0.0.1";
  private String contextPath = "";
  private boolean behindProxy;
  private boolean discover;
  private boolean beansGiven;
  private final Set<Class<?>> beans = new LinkedHashSet<>();
  private final Map<String, String> options = new LinkedHashMap<>();

  EmbeddedSocketIOBuilder() {}

  /**
   * Sets the port. Default: 8080.
   *
   * @param newPort the port to listen on; 0 for any that is free, see {@link
   *     EmbeddedSocketIO#uri()}
   * @return this builder
   * @throws IllegalArgumentException if it is none, 0 to 65535
   */
  public EmbeddedSocketIOBuilder port(int newPort) {
    if (newPort < 0 || newPort > LAST_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + LAST_PORT + ", not " + newPort);
    }
    port = newPort;
    return this;
  }

  /**
   * Sets the interface to listen on. Default: {@code 127.0.0.1}, which only this machine reaches.
   *
   * @param newHost the name or address of an interface; {@code 0.0.0.0} for all
   * @return this builder
   * @throws IllegalArgumentException if it is blank
   */
  public EmbeddedSocketIOBuilder host(String newHost) {
    if (newHost.isBlank()) {
      throw new IllegalArgumentException("the host must not be blank");
    }
    host = newHost;
    return this;
  }

  /**
   * Sets the path in front of the server's own, as an application in a web server has one. Default:
   * none.
   *
   * @param newContextPath such as {@code /app}; empty, or {@code /}, for none
   * @return this builder
   * @throws IllegalArgumentException if it does not start with a slash, or ends with one
   */
  public EmbeddedSocketIOBuilder contextPath(String newContextPath) {
    String path = newContextPath.equals("/") ? "" : newContextPath;
    if (!path.isEmpty() && (!path.startsWith("/") || path.endsWith("/"))) {
      throw new IllegalArgumentException(
          "a context path starts with a slash and does not end with one, unlike \""
              + newContextPath
              + "\"");
    }
    contextPath = path;
    return this;
  }

  /**
   * Believes the proxy in front about its clients: the address is what {@code X-Forwarded-For}
   * says, and {@code X-Forwarded-Proto} whether they use TLS. Of several entries the last counts,
   * which is that of the proxy; those before it are the client's word. By default both headers are
   * ignored, and all clients of a proxy have its address.
   *
   * <p>Only for a port that nobody but the proxy reaches, and a proxy that sets both headers:
   * {@code docs/deployment.md} shows some.
   *
   * @return this builder
   */
  public EmbeddedSocketIOBuilder behindProxy() {
    behindProxy = true;
    return this;
  }

  /**
   * Makes these classes beans: handlers, and whatever they need; also interceptors, decorators,
   * alternatives (selected by {@code @Priority}), and classes with producer or observer methods.
   * They need no bean defining annotation. Without {@link #discover()}, there are no beans but
   * these, and those of portable extensions on the class path.
   *
   * @param classes the classes, in addition to those of earlier calls; none for a server that is
   *     only programmed, by {@link EmbeddedSocketIO#server()}
   * @return this builder
   */
  public EmbeddedSocketIOBuilder beans(Class<?>... classes) {
    beansGiven = true;
    beans.addAll(List.of(classes));
    return this;
  }

  /**
   * Finds the beans on the class path: those in folders and jars with a {@code META-INF/beans.xml},
   * as in a web application.
   *
   * @return this builder
   */
  public EmbeddedSocketIOBuilder discover() {
    discover = true;
    return this;
  }

  /**
   * Sets an option, as {@code web.xml} does for a web application. MicroProfile Config, if it is on
   * the class path, comes before it; system properties such as {@code socketio.ping-interval} do in
   * any case.
   *
   * @param key an option of {@code docs/configuration.md}, without its prefix: {@code
   *     ping-interval}
   * @param value its value
   * @return this builder
   */
  public EmbeddedSocketIOBuilder option(String key, String value) {
    options.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return this;
  }

  /**
   * Starts a server.
   *
   * @return the server, which accepts clients already
   * @throws IllegalStateException if it cannot be started: no beans, mistakes in beans or options,
   *     a port that is in use. The message says what to do, and nothing is left running
   */
  public EmbeddedSocketIO start() {
    if (!beansGiven && !discover) {
      throw new IllegalStateException(
          "there are no beans: name those that serve clients by beans(Chat.class, ...), or have them"
              + " found on the class path by discover(). For a server without any, call beans()");
    }
    return Startup.start(
        new Settings(
            port,
            host,
            contextPath,
            behindProxy,
            discover,
            Set.copyOf(beans),
            Map.copyOf(options)));
  }
}
