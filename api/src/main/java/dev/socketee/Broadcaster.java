package dev.socketee;

import org.jspecify.annotations.Nullable;

/**
 * Addresses some or all sockets of a namespace and emits to them. Immutable: each of {@link
 * #to(String...) to}, {@link #except(String...) except} and {@link #asVolatile() asVolatile}
 * answers a new broadcaster and leaves this one as it was, so a broadcaster can be kept and shared.
 *
 * <p>A socket that several of the named rooms contain receives an event once. Emitting never
 * blocks: the arguments are encoded once, on the calling thread, and queued for each socket; a
 * client too slow to take its queue is disconnected and does not hold up the others.
 *
 * <p>Can be injected ({@code @Inject Broadcaster}), also into EJBs and passivating beans; see
 * {@link dev.socketee.annotation.Namespace} for how the namespace is chosen. Thread-safe.
 *
 * <p>Source: reference 2.2, BroadcastOperator, and 2.5, Flags.
 */
public interface Broadcaster {

  /**
   * Narrows the targets to the sockets in any of these rooms, and those named before.
   *
   * @param rooms names of rooms or ids of sockets (every socket is in a room named by its id)
   * @return a broadcaster for the union
   */
  Broadcaster to(String... rooms);

  /**
   * Narrows the targets to the sockets in this room, and those named before.
   *
   * @param room the room; its name counts, not its namespace
   * @return a broadcaster for the union
   */
  Broadcaster to(Room room);

  /**
   * The same as {@link #to(String...)}, for sentences that read better with it.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster for the union
   */
  Broadcaster in(String... rooms);

  /**
   * Leaves out the sockets in any of these rooms.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster without them
   */
  Broadcaster except(String... rooms);

  /**
   * Leaves out the sockets in this room.
   *
   * @param room the room; its name counts, not its namespace
   * @return a broadcaster without them
   */
  Broadcaster except(Room room);

  /**
   * Leaves out one socket.
   *
   * @param socket the socket
   * @return a broadcaster without it
   */
  Broadcaster except(Socket socket);

  /**
   * Emits volatile events: a client whose connection cannot take the event at this moment (a poll
   * is not pending, a send is in flight) does not get it later either.
   *
   * @return a broadcaster whose events may be lost
   */
  Broadcaster asVolatile();

  /**
   * Emits an event to the addressed sockets.
   *
   * @param event the name of the event, any but the reserved ones ({@code connect}, {@code
   *     connect_error}, {@code disconnect}, {@code disconnecting}, {@code newListener}, {@code
   *     removeListener})
   * @param arguments the arguments: {@code null}, anything that JSON-B can write, {@code
   *     jakarta.json.JsonValue}, {@code byte[]} or {@code java.nio.ByteBuffer}, the last two at any
   *     depth
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  void emit(String event, @Nullable Object... arguments);
}
