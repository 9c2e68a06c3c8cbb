package dev.socketee;

import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

/**
 * A client's connection to one namespace.
 *
 * <p>All methods can be called from any thread. Listeners of one socket run one at a time, in the
 * order in which the events arrived, on a thread that may block; while one runs, the connection's
 * heartbeat, acknowledgements and closing go on. An exception of a listener goes to the {@linkplain
 * #onError error listeners}, or to the log if there are none, and changes nothing else.
 *
 * <p>Source: reference 2.3, Socket.
 */
public interface Socket extends Emitter {

  /**
   * The public id of this socket: 20 characters, unrelated to the secret id of the connection. The
   * socket is in a room of this name.
   *
   * @return the id
   */
  String id();

  /**
   * The namespace that this socket is connected to.
   *
   * @return the namespace
   */
  SocketNamespace namespace();

  /**
   * The request that opened the connection, with the payload of this socket's CONNECT.
   *
   * @return the handshake
   */
  Handshake handshake();

  /**
   * The connection that carries this socket, and the other sockets of the same client.
   *
   * @return the connection, the same object for all of them
   */
  Connection conn();

  /**
   * Whether the CONNECT was accepted and the socket has not been disconnected since.
   *
   * @return {@code true} while events can be exchanged
   */
  boolean connected();

  /**
   * What the application wants to remember with this socket, such as a user's name. Empty at first;
   * values must not be {@code null}.
   *
   * @return the mutable map
   */
  ConcurrentMap<String, Object> data();

  /**
   * The rooms that this socket is in, the one named by its id among them.
   *
   * @return an unmodifiable snapshot; empty once disconnected
   */
  Set<String> rooms();

  /**
   * Joins rooms. Nothing happens if the socket is disconnected, or is in them already.
   *
   * @param rooms names of rooms
   */
  void join(String... rooms);

  /**
   * Joins a room.
   *
   * @param room a room of this socket's namespace
   * @throws IllegalArgumentException if the room belongs to another namespace
   */
  void join(Room room);

  /**
   * Leaves a room. Nothing happens if the socket is not in it.
   *
   * @param room the name of a room
   */
  void leave(String room);

  /**
   * Leaves a room.
   *
   * @param room a room of this socket's namespace
   * @throws IllegalArgumentException if the room belongs to another namespace
   */
  void leave(Room room);

  /**
   * The sockets in these rooms, but this one.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster for the union
   */
  Broadcaster to(String... rooms);

  /**
   * The sockets in this room, but this one.
   *
   * @param room the room
   * @return a broadcaster for the room
   */
  Broadcaster to(Room room);

  /**
   * The same as {@link #to(String...)}.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster for the union
   */
  Broadcaster in(String... rooms);

  /**
   * All sockets of the namespace but those in these rooms and this one.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster without them
   */
  Broadcaster except(String... rooms);

  /**
   * All sockets of the namespace but this one.
   *
   * @return a broadcaster without this socket
   */
  Broadcaster broadcast();

  /**
   * Registers a listener for an event. Several listeners of one event run in the order of their
   * registration.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this socket
   */
  Socket on(String event, EventListener listener);

  /**
   * Registers a listener for an event with one argument.
   *
   * @param <T> the type of the first argument
   * @param event the name of the event
   * @param type what the first argument is converted to, as {@link Args#get(int, Class)} does; the
   *     listener gets {@code null} if the client sent none
   * @param listener the listener
   * @return this socket
   */
  default <T> Socket on(
      String event, Class<T> type, BiConsumer<? super T, ? super Ack<Object>> listener) {
    return on(event, (arguments, ack) -> listener.accept(arguments.get(0, type), ack));
  }

  /**
   * Registers a listener for the end of this socket. It runs after the listener that is running at
   * that time; events that wait behind that are dropped. If a {@link Middleware} registers it, it
   * is told of the end of a socket that goes before it is accepted, too, but not of a refusal.
   *
   * @param listener the listener
   * @return this socket
   */
  Socket onDisconnect(DisconnectListener listener);

  /**
   * Registers a listener for exceptions of this socket's other listeners.
   *
   * @param listener the listener; its own exceptions go to the log
   * @return this socket
   */
  Socket onError(ErrorListener listener);

  /**
   * Disconnects this socket from its namespace and keeps the connection. The client sees {@code io
   * server disconnect} and does not reconnect by itself. The same as {@code disconnect(false)}.
   */
  default void disconnect() {
    disconnect(false);
  }

  /**
   * Disconnects this socket. Nothing happens if it is not connected.
   *
   * @param close whether to disconnect all the sockets of the connection and close it, too
   */
  void disconnect(boolean close);
}
