package dev.socketee;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A Socket.IO server: the namespaces that clients of one path can connect to.
 *
 * <p>In a CDI application it is injected ({@code @Inject SocketIO io}) and can be used from any
 * thread at any time, also before the transports are up: listeners registered then are in place
 * when the first client arrives, and what is emitted then reaches nobody.
 *
 * <p>Source: reference 2.1, Server.
 */
public interface SocketIO {

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
