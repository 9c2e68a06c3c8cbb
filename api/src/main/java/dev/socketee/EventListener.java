package dev.socketee;

/** Receives one kind of event of a socket. */
@FunctionalInterface
public interface EventListener {

  /**
   * Called for each event, on a thread that may block, unless {@link #mayBlock()} says that it does
   * not; never concurrently for the same socket.
   *
   * @param arguments the arguments of the event, without its name
   * @param ack answers the client; if the client asked for no acknowledgement it does nothing
   * @throws Exception goes to the socket's {@linkplain Socket#onError error listeners} or the log
   */
  void onEvent(Args arguments, Ack<Object> ack) throws Exception;

  /**
   * Whether the listener may block. One of a {@link Socket} that does not can run on the thread
   * that delivers the event.
   *
   * @return {@code true}, unless it is from {@link #nonBlocking}
   */
  default boolean mayBlock() {
    return true;
  }

  /**
   * Declares that a listener never blocks: it uses no database, waits for nothing and does not
   * compute for long. What follows from that, and under which conditions, is the same as with
   * {@link dev.socketee.annotation.NonBlocking}. On a socket with {@linkplain Socket#onError
   * listeners of errors}, which are called on the thread of the listener that has failed and may
   * block, it runs where all others do.
   *
   * @param listener the listener
   * @return the same, to be registered with {@link Socket#on} or {@link Socket#once}; equal to
   *     another one for an equal listener, so that {@link Socket#off(String, EventListener)} finds
   *     it
   */
  static EventListener nonBlocking(EventListener listener) {
    return new NonBlockingListener(listener);
  }

  /**
   * Converts the argument for a listener.
   *
   * @param <A> the type of the argument
   * @param type what the argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A> EventListener of(Class<A> type, TypedListener.One<A> listener) {
    return of(GenericType.of(type), listener);
  }

  /**
   * Converts two arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B> EventListener of(
      Class<A> first, Class<B> second, TypedListener.Two<A, B> listener) {
    return of(GenericType.of(first), GenericType.of(second), listener);
  }

  /**
   * Converts three arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B, C> EventListener of(
      Class<A> first, Class<B> second, Class<C> third, TypedListener.Three<A, B, C> listener) {
    return of(GenericType.of(first), GenericType.of(second), GenericType.of(third), listener);
  }

  /**
   * Converts four arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param fourth what the fourth argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B, C, D> EventListener of(
      Class<A> first,
      Class<B> second,
      Class<C> third,
      Class<D> fourth,
      TypedListener.Four<A, B, C, D> listener) {
    return of(
        GenericType.of(first),
        GenericType.of(second),
        GenericType.of(third),
        GenericType.of(fourth),
        listener);
  }

  /**
   * Converts the argument for a listener.
   *
   * @param <A> the type of the argument
   * @param type what the argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A> EventListener of(GenericType<A> type, TypedListener.One<A> listener) {
    return (arguments, ack) -> listener.onEvent(arguments.get(0, type), ack);
  }

  /**
   * Converts two arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B> EventListener of(
      GenericType<A> first, GenericType<B> second, TypedListener.Two<A, B> listener) {
    return (arguments, ack) ->
        listener.onEvent(arguments.get(0, first), arguments.get(1, second), ack);
  }

  /**
   * Converts three arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B, C> EventListener of(
      GenericType<A> first,
      GenericType<B> second,
      GenericType<C> third,
      TypedListener.Three<A, B, C> listener) {
    return (arguments, ack) ->
        listener.onEvent(
            arguments.get(0, first), arguments.get(1, second), arguments.get(2, third), ack);
  }

  /**
   * Converts four arguments for a listener.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   * @param first what the first argument is converted to, as {@link Args#get(int, Class)} does
   * @param second what the second argument is converted to, as {@link Args#get(int, Class)} does
   * @param third what the third argument is converted to, as {@link Args#get(int, Class)} does
   * @param fourth what the fourth argument is converted to, as {@link Args#get(int, Class)} does
   * @param listener the listener
   * @return the same, to be registered with any of {@code on} and {@code once}
   */
  static <A, B, C, D> EventListener of(
      GenericType<A> first,
      GenericType<B> second,
      GenericType<C> third,
      GenericType<D> fourth,
      TypedListener.Four<A, B, C, D> listener) {
    return (arguments, ack) ->
        listener.onEvent(
            arguments.get(0, first),
            arguments.get(1, second),
            arguments.get(2, third),
            arguments.get(3, fourth),
            ack);
  }
}
