package dev.socketee;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Emits to one client. Immutable: {@link #asVolatile()}, {@link #compress(boolean)}, {@link
 * #timeout(Duration)} and {@link #afterCommit()} answer a new emitter. Thread-safe; events of one
 * thread arrive in the order in which they were emitted.
 *
 * <p>Source: reference 2.3, Socket, and 2.4, Acknowledgements.
 */
public interface Emitter {

  /**
   * Emits volatile events: they are dropped if the connection cannot take them at this moment.
   *
   * @return an emitter whose events may be lost
   */
  Emitter asVolatile();

  /**
   * Says whether events are worth compressing, as {@link Broadcaster#compress} does.
   *
   * @param compress {@code false} for what does not get smaller; the default is {@code true}
   * @return an emitter with that flag
   */
  Emitter compress(boolean compress);

  /**
   * Sets how long {@link #emitWithAck} waits for the client.
   *
   * @param timeout the time; the default is to wait as long as the socket is connected
   * @return an emitter with that time-out
   * @throws IllegalArgumentException if the time is not positive
   */
  Emitter timeout(Duration timeout);

  /**
   * Waits for the transaction: what the answered emitter emits is sent when the Jakarta transaction
   * (JTA) of the calling thread has been committed, and not at all if it is rolled back. Without a
   * transaction it is sent at once. {@link Broadcaster#afterCommit} has the details.
   *
   * @return an emitter that waits for transactions
   */
  Emitter afterCommit();

  /**
   * Emits an event. Nothing happens if the socket is disconnected.
   *
   * @param event the name of the event, any but the reserved ones (see {@link Broadcaster#emit})
   * @param arguments the arguments, as {@link Broadcaster#emit} takes them
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  void emit(String event, @Nullable Object... arguments);

  /**
   * Emits the event {@code message}, to which clients of other libraries may listen by default.
   *
   * @param arguments the arguments, as {@link Broadcaster#emit} takes them
   * @throws IllegalArgumentException if an argument cannot be encoded
   */
  @SuppressWarnings("NullAway") // may be null, as the parameter says
  default void send(@Nullable Object... arguments) {
    emit("message", arguments);
  }

  /**
   * Emits an event and asks the client to acknowledge it.
   *
   * @param event the name of the event, any but the reserved ones (see {@link Broadcaster#emit})
   * @param arguments the arguments, as {@link Broadcaster#emit} takes them
   * @return the arguments of the acknowledgement, completed on a thread that may block and never
   *     behind a handler of this socket, so a handler can wait for it; fails with {@link
   *     AckTimeoutException} after the {@linkplain #timeout time-out} and with {@link
   *     SocketDisconnectedException} when the socket disconnects first
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments);

  /**
   * Emits by calling methods of an interface of yours: the name of a method, or its {@link
   * dev.socketee.annotation.EventName}, is that of the event, and the parameters are the arguments.
   *
   * <pre>{@code
   * interface Client {
   *   void message(String from, String text);
   *
   *   CompletionStage<Position> whereAreYou();
   * }
   *
   * socket.as(Client.class).message("ann", "hi");
   * socket.timeout(Duration.ofSeconds(5)).as(Client.class).whereAreYou().thenAccept(...);
   * }</pre>
   *
   * <p>A method that returns {@code void} emits. One that returns a {@code CompletionStage<T>} asks
   * for an acknowledgement, as {@link #emitWithAck} does, and answers its first argument, converted
   * to {@code T}; {@code Args} stands for all of them, and {@code Void} for none. The last
   * parameter may be {@code Object...}, for more arguments. Default methods run as they are.
   *
   * @param <T> the type of the interface
   * @param events the interface
   * @return its implementation, which emits as this emitter does; cheap, and can be kept
   * @throws IllegalArgumentException if it is not such an interface; the message names the method
   */
  default <T> T as(Class<T> events) {
    return TypedEmitter.of(events, this);
  }
}
