package dev.socketee;

import java.util.List;
import java.util.Set;

/**
 * What a {@link Socket} can be listened to: the events of its client and to it, its end, and the
 * errors of its listeners. Every method may be called from any thread, and answers the socket.
 *
 * <p>Source: reference 2.3, Socket.
 */
public interface SocketEvents {

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
   * Registers a listener for the moment before {@link #onDisconnect}: {@link Socket#rooms()} still
   * answers the rooms that the socket was in. They reach it no more, and {@link Socket#connected()}
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
}
