package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Listeners for events of which the types of the arguments are known; which one, says how many
 * arguments there are. See {@link Socket#on(String, Class, One)} and {@link EventListener#of(Class,
 * One)}.
 *
 * <p>An argument that the client did not send, or sent as JSON's {@code null}, is {@code null};
 * arguments beyond those that the listener takes are ignored. An argument that cannot be converted
 * is a {@link ConversionException}: the listener is not called, and the {@linkplain Socket#onError
 * error listeners} are told. What a listener throws goes the same way.
 */
public final class TypedListener {

  private TypedListener() {}

  /**
   * Listens to an event with one argument.
   *
   * @param <A> the type of the argument
   */
  @FunctionalInterface
  public interface One<A> {

    /**
     * Called for each event, as {@link EventListener#onEvent} is.
     *
     * @param argument the argument
     * @param ack answers the client
     * @throws Exception goes to the error listeners or the log
     */
    void onEvent(@Nullable A argument, Ack<Object> ack) throws Exception;
  }

  /**
   * Listens to an event with two arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   */
  @FunctionalInterface
  public interface Two<A, B> {

    /**
     * Called for each event, as {@link EventListener#onEvent} is.
     *
     * @param first the first argument
     * @param second the second argument
     * @param ack answers the client
     * @throws Exception goes to the error listeners or the log
     */
    void onEvent(@Nullable A first, @Nullable B second, Ack<Object> ack) throws Exception;
  }

  /**
   * Listens to an event with three arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   */
  @FunctionalInterface
  public interface Three<A, B, C> {

    /**
     * Called for each event, as {@link EventListener#onEvent} is.
     *
     * @param first the first argument
     * @param second the second argument
     * @param third the third argument
     * @param ack answers the client
     * @throws Exception goes to the error listeners or the log
     */
    void onEvent(@Nullable A first, @Nullable B second, @Nullable C third, Ack<Object> ack)
        throws Exception;
  }

  /**
   * Listens to an event with four arguments.
   *
   * @param <A> the type of the first argument
   * @param <B> the type of the second argument
   * @param <C> the type of the third argument
   * @param <D> the type of the fourth argument
   */
  @FunctionalInterface
  public interface Four<A, B, C, D> {

    /**
     * Called for each event, as {@link EventListener#onEvent} is.
     *
     * @param first the first argument
     * @param second the second argument
     * @param third the third argument
     * @param fourth the fourth argument
     * @param ack answers the client
     * @throws Exception goes to the error listeners or the log
     */
    void onEvent(
        @Nullable A first,
        @Nullable B second,
        @Nullable C third,
        @Nullable D fourth,
        Ack<Object> ack)
        throws Exception;
  }
}
