package dev.socketee;

import java.util.Collection;

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
}
