package dev.socketee;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

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
public interface Socket extends RemoteSocket {

  /**
   * The public id of this socket: 20 characters, unrelated to the secret id of the connection. The
   * socket is in a room of this name.
   *
   * <p>The socket of a client of Socket.IO 1 or 2, which only the option {@code allow-eio3} lets
   * in, is the exception: that client knows its sockets by the id of its connection, so that the id
   * here is that one, or made of it, and has to be kept from other clients.
   *
   * @return the id
   */
  @Override
  String id();

  /**
   * The namespace that this socket is connected to.
   *
   * @return the namespace
   */
  SocketNamespace namespace();

  @Override
  default String namespaceName() {
    return namespace().name();
  }

  /**
   * The request that opened the connection, with the payload of this socket's CONNECT.
   *
   * @return the handshake
   */
  @Override
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
   * The opposite of {@link #connected()}.
   *
   * @return {@code true} before the CONNECT was accepted and after the end
   */
  default boolean disconnected() {
    return !connected();
  }

  /**
   * Whether this is a socket that was lost and has been taken up again: with the same id, {@link
   * #data() data} and {@link #rooms() rooms} as before, after the client was sent what it had
   * missed. What it did not have is what its listeners were told in between: they, too, have to be
   * registered again.
   *
   * <p>Source: reference 2.9, Connection state recovery.
   *
   * @return {@code true} from before its middleware runs; never, unless recovery is switched on
   */
  boolean recovered();

  /**
   * What the application wants to remember with this socket, such as a user's name. Empty at first;
   * values must not be {@code null}.
   *
   * @return the mutable map
   */
  @Override
  ConcurrentMap<String, Object> data();

  /**
   * One value of {@link #data()}.
   *
   * @param <T> the type
   * @param key its key
   * @param type what it is
   * @return the value, or {@code null} if there is none
   * @throws ClassCastException if it is of another type
   */
  default <T> @Nullable T data(String key, Class<T> type) {
    Object value = data().get(key);
    if (value != null && !type.isInstance(value)) {
      throw new ClassCastException(
          "data \"" + key + "\" is a " + value.getClass().getName() + ", no " + type.getName());
    }
    return type.cast(value);
  }

  /**
   * The rooms that this socket is in, the one named by its id among them.
   *
   * @return an unmodifiable snapshot; empty once disconnected, and once the listeners of {@link
   *     #onDisconnecting} have run
   */
  @Override
  Set<String> rooms();

  /**
   * Joins rooms. Nothing happens if the socket is disconnected, or is in them already.
   *
   * @param rooms names of rooms
   */
  @Override
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
  @Override
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
   * All sockets of the namespace but those in this room and this one.
   *
   * @param room the room; its name counts, not its namespace
   * @return a broadcaster without them
   */
  default Broadcaster except(Room room) {
    return broadcast().except(room);
  }

  /**
   * All sockets of the namespace but these two.
   *
   * @param socket another one
   * @return a broadcaster without them
   */
  default Broadcaster except(Socket socket) {
    return broadcast().except(socket);
  }

  /**
   * All sockets of the namespace but this one.
   *
   * @return a broadcaster without this socket
   */
  Broadcaster broadcast();

  /**
   * All sockets of the namespace on this server but this one, whatever the adapter reaches.
   *
   * @return a broadcaster without this socket and without other servers
   */
  default Broadcaster local() {
    return broadcast().local();
  }

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
   * @param <A> the type of the argument
   * @param event the name of the event
   * @param type what the argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A> Socket on(String event, Class<A> type, TypedListener.One<A> listener) {
    return on(event, EventListener.of(type, listener));
  }

  /**
   * Registers a listener for an event with two arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B> Socket on(
      String event, Class<A> first, Class<B> second, TypedListener.Two<A, B> listener) {
    return on(event, EventListener.of(first, second, listener));
  }

  /**
   * Registers a listener for an event with three arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B, C> Socket on(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      TypedListener.Three<A, B, C> listener) {
    return on(event, EventListener.of(first, second, third, listener));
  }

  /**
   * Registers a listener for an event with four arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param fourth what the fourth argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B, C, D> Socket on(
      String event,
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Class<D> fourth,
      TypedListener.Four<A, B, C, D> listener) {
    return on(event, EventListener.of(first, second, third, fourth, listener));
  }

  /**
   * Registers a listener for an event with one argument, of a generic type.
   *
   * @param <A> the type of the argument
   * @param event the name of the event
   * @param type what the argument is converted to, as {@link Args#get(int, GenericType)} does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A> Socket on(String event, GenericType<A> type, TypedListener.One<A> listener) {
    return on(event, EventListener.of(type, listener));
  }

  /**
   * Registers a listener for an event with two arguments, of generic types.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param second what the second argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B> Socket on(
      String event, GenericType<A> first, GenericType<B> second, TypedListener.Two<A, B> listener) {
    return on(event, EventListener.of(first, second, listener));
  }

  /**
   * Registers a listener for an event with three arguments, of generic types.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param second what the second argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param third what the third argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B, C> Socket on(
      String event,
      GenericType<A> first,
      GenericType<B> second,
      GenericType<C> third,
      TypedListener.Three<A, B, C> listener) {
    return on(event, EventListener.of(first, second, third, listener));
  }

  /**
   * Registers a listener for an event with four arguments, of generic types.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param event the name of the event
   * @param first what the first argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param second what the second argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param third what the third argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param fourth what the fourth argument is converted to, as {@link Args#get(int, GenericType)}
   *     does
   * @param listener the listener; see {@link TypedListener} for what it gets
   * @return this socket
   */
  default <A, B, C, D> Socket on(
      String event,
      GenericType<A> first,
      GenericType<B> second,
      GenericType<C> third,
      GenericType<D> fourth,
      TypedListener.Four<A, B, C, D> listener) {
    return on(event, EventListener.of(first, second, third, fourth, listener));
  }

  /**
   * Registers a listener for the next event of that name. It is removed before it is called.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this socket
   */
  Socket once(String event, EventListener listener);

  /**
   * Removes a listener. If it was registered several times, the last registration goes.
   *
   * @param event the name of the event
   * @param listener what {@link #on(String, EventListener) on} or {@link #once once} was given;
   *     nothing happens if it is not registered
   * @return this socket
   */
  Socket off(String event, EventListener listener);

  /**
   * Removes the listeners of an event that were registered with this socket. Handlers of beans
   * stay.
   *
   * @param event the name of the event
   * @return this socket
   */
  Socket off(String event);

  /**
   * Removes all listeners that were registered with this socket: those of events, of its end and of
   * errors. Handlers of beans, listeners of {@linkplain #onAny any event}, and {@linkplain #use
   * middleware} stay.
   *
   * @return this socket
   */
  Socket removeAllListeners();

  /**
   * The events that listeners were registered for with this socket.
   *
   * @return an unmodifiable snapshot of their names; handlers of beans do not count
   */
  Set<String> eventNames();

  /**
   * Registers a listener for all events that the client sends. It runs before {@linkplain #use
   * middleware} and before the listeners of the event, also if there are none; it may block, as
   * they may.
   *
   * @param listener the listener; added at the end
   * @return this socket
   */
  Socket onAny(AnyListener listener);

  /**
   * As {@link #onAny}, but adds the listener at the beginning.
   *
   * @param listener the listener
   * @return this socket
   */
  Socket prependAny(AnyListener listener);

  /**
   * Removes a listener for all events that the client sends.
   *
   * @param listener the listener; nothing happens if it is not registered
   * @return this socket
   */
  Socket offAny(AnyListener listener);

  /**
   * Removes all listeners for all events that the client sends.
   *
   * @return this socket
   */
  Socket offAny();

  /**
   * The listeners for all events that the client sends.
   *
   * @return an unmodifiable snapshot, in the order in which they run
   */
  List<AnyListener> listenersAny();

  /**
   * Registers a listener for all events that are sent to the client, by this socket or by a
   * broadcast. Acknowledgements are no events, and what is sent again to a recovered client is not
   * told again.
   *
   * <p>It runs on the thread that emits, before the emitting method returns, so it must neither
   * block nor take long, and can be called concurrently. It sees the arguments as the client will.
   *
   * @param listener the listener; added at the end
   * @return this socket
   */
  Socket onAnyOutgoing(AnyListener listener);

  /**
   * As {@link #onAnyOutgoing}, but adds the listener at the beginning.
   *
   * @param listener the listener
   * @return this socket
   */
  Socket prependAnyOutgoing(AnyListener listener);

  /**
   * Removes a listener for all events that are sent to the client.
   *
   * @param listener the listener; nothing happens if it is not registered
   * @return this socket
   */
  Socket offAnyOutgoing(AnyListener listener);

  /**
   * Removes all listeners for all events that are sent to the client.
   *
   * @return this socket
   */
  Socket offAnyOutgoing();

  /**
   * The listeners for all events that are sent to the client.
   *
   * @return an unmodifiable snapshot, in the order in which they run
   */
  List<AnyListener> listenersAnyOutgoing();

  /**
   * Adds a check that every event of the client must pass before the listeners of the event are
   * called. Checks run in the order in which they were added, also for events without listeners.
   *
   * @param middleware the check; added at the end, and there to stay
   * @return this socket
   */
  Socket use(EventMiddleware middleware);

  /**
   * Registers a listener for the moment before {@link #onDisconnect}: {@link #rooms()} still
   * answers the rooms that the socket was in. They reach it no more, and {@link #connected()}
   * answers {@code false}.
   *
   * @param listener the listener; it runs where those of {@link #onDisconnect} do, before them
   * @return this socket
   */
  Socket onDisconnecting(DisconnectListener listener);

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
  @Override
  default void disconnect() {
    disconnect(false);
  }

  /**
   * Disconnects this socket. Nothing happens if it is not connected.
   *
   * @param close whether to disconnect all the sockets of the connection and close it, too
   */
  @Override
  default void disconnect(boolean close) {
    disconnect(close, null);
  }

  /**
   * Disconnects this socket and tells the client why: it gets the event {@code disconnect_reason}
   * with the reason, and is disconnected next. Nothing happens if the socket is not connected.
   *
   * <p>The reference has nothing like it: there, the client learns only that it was the server.
   *
   * @param close whether to disconnect all the sockets of the connection, each with this reason,
   *     and close it, too
   * @param reason the argument of the event, as {@link Broadcaster#emit} takes them; {@code null}
   *     for no event
   * @throws IllegalArgumentException if the reason cannot be encoded; nothing is disconnected then
   */
  void disconnect(boolean close, @Nullable Object reason);
}
