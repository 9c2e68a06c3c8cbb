package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hands over servers that exist before the web application starts, because something (CDI) injects
 * them into beans that run earlier. Found by {@link java.util.ServiceLoader}; without one, the
 * application has no servers but the one it gets from its servlet context, and those it builds.
 */
public interface ServerSource {

  /** The servers; empty if this source has none for this application, or not yet. */
  Optional<ApplicationServers> servers();

  /**
   * Has the application build the servers that its beans declare. Called once, as soon as {@link
   * #servers()} are there and paths can be mounted.
   */
  void build();

  /** The servers that the application's annotations define; likewise. */
  Set<String> defined();

  /** What the application's annotations say about a server. */
  List<AnnotatedOptions> annotated(String server);

  /**
   * The application's configurers, in the order in which to call them. Called once, before any
   * server is read about.
   */
  List<NamedConfigurer> configurers();

  /**
   * Looks whether the servers are there that the application's beans mean. Called once, when the
   * application starts.
   *
   * @param names the names of its servers
   * @throws RuntimeException that stops the deployment and says what is wrong, if one is not
   */
  void check(Set<String> names);

  /**
   * How the application wants its values converted; empty for the defaults. Called once, when the
   * application starts; closed when it ends.
   */
  Optional<JsonbValueCodec> codec();

  /**
   * What makes the adapters of the servers that were not given one when they were built; empty for
   * the defaults. Called once, when the application starts.
   */
  Optional<AdapterFactory> adapter();

  /**
   * The roles that the application's classes name, which its descriptors need not declare. Called
   * once, when the application starts.
   */
  Set<String> roles();

  /**
   * The application's hooks, in the order in which to ask them. Called once, after {@link
   * #servers()}.
   */
  List<RequestHooks> hooks();

  /**
   * Tells the application that one of its servers serves from now on. Called once for each, also
   * for those that are built later.
   *
   * @throws RuntimeException of the application: what is being started is stopped
   */
  void ready(SocketIO server);
}
