package dev.socketee;

import java.util.Map;
import java.util.Set;

/**
 * A client's connection to one namespace, on whichever server it is. Those of this server are
 * {@link Socket}s; the others are descriptions, made when they were {@linkplain
 * Broadcaster#fetchSockets fetched}, and ways to reach them.
 *
 * <p>Of a socket on another server, {@link #emitWithAck} needs a {@link #timeout} (else it throws
 * an {@link IllegalStateException}), because nothing tells this server that the socket has gone; it
 * answers the first argument of the acknowledgement only, and fails with {@link
 * AckTimeoutException} in any other case.
 *
 * <p>Source: reference 2.7, RemoteSocket.
 */
public interface RemoteSocket extends Emitter {

  /**
   * The public id of the socket.
   *
   * @return the id, which is also the name of a room that the socket is in
   */
  String id();

  /**
   * The namespace that the socket is connected to.
   *
   * @return the name, with its leading {@code /}
   */
  String namespaceName();

  /**
   * The request that opened the connection, with the payload of this socket's CONNECT.
   *
   * @return the handshake
   */
  Handshake handshake();

  /**
   * What the application of that server remembers with the socket.
   *
   * @return of a {@link Socket} the mutable map itself; else an unmodifiable copy in which values
   *     are what JSON has: maps, lists, texts, numbers, booleans, and {@code byte[]}
   */
  Map<String, Object> data();

  /**
   * The rooms that the socket is in, the one named by its id among them.
   *
   * @return an unmodifiable snapshot
   */
  Set<String> rooms();

  /**
   * Makes the socket join rooms; later, if it is on another server.
   *
   * @param rooms names of rooms
   */
  void join(String... rooms);

  /**
   * Makes the socket leave a room; later, if it is on another server.
   *
   * @param room the name of a room
   */
  void leave(String room);

  /** Disconnects the socket from its namespace. The same as {@code disconnect(false)}. */
  default void disconnect() {
    disconnect(false);
  }

  /**
   * Disconnects the socket; later, if it is on another server. Nothing happens if it is not
   * connected.
   *
   * @param close whether to disconnect all the sockets of the connection and close it, too
   */
  void disconnect(boolean close);
}
