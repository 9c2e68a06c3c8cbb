package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Answers the client that asked for an acknowledgement of its event. It works once, from any
 * thread, also after the handler has returned; later calls, and calls after the disconnect, do
 * nothing.
 *
 * <p>Source: reference 2.4, Acknowledgements.
 *
 * @param <T> the type of the answer
 */
public interface Ack<T> {

  /**
   * Whether the client asked for an acknowledgement.
   *
   * @return {@code false} if sending one would do nothing from the start
   */
  boolean requested();

  /**
   * Acknowledges with one argument.
   *
   * @param argument the argument, as {@link Broadcaster#emit} takes them; {@code null} is sent as
   *     such
   * @throws IllegalArgumentException if the argument cannot be encoded
   */
  void send(@Nullable T argument);

  /**
   * Acknowledges with any number of arguments, none among them.
   *
   * @param arguments the arguments, as {@link Broadcaster#emit} takes them
   * @throws IllegalArgumentException if an argument cannot be encoded
   */
  void sendAll(@Nullable Object... arguments);
}
