package dev.socketee;

import dev.socketee.spi.UserRooms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Addresses some or all sockets of a namespace and emits to them. Immutable: each of {@link
 * #to(String...) to}, {@link #except(String...) except}, {@link #asVolatile() asVolatile}, {@link
 * #local() local}, {@link #compress compress}, {@link #timeout timeout} and {@link #afterCommit
 * afterCommit} answers a new broadcaster and leaves this one as it was, so a broadcaster can be
 * kept and shared.
 *
 * <p>A socket that several of the named rooms contain receives an event once. Emitting never
 * blocks: the arguments are encoded once, on the calling thread, and queued for each socket; a
 * client too slow to take its queue is disconnected and does not hold up the others.
 *
 * <p>Where several servers share an {@linkplain dev.socketee.spi.Adapter adapter}, the sockets of
 * all of them are addressed, unless {@link #local()} says otherwise.
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
   * Narrows the targets to the sockets of these users, and those named before: a user's sockets are
   * all those whose {@linkplain Socket#principal() principal} has that name, on whichever devices,
   * tabs and servers. Works as {@link #to(String...)} does in everything else.
   *
   * @param names names of users, as their principals have them; those that nobody has address
   *     nobody
   * @return a broadcaster for the union
   */
  default Broadcaster toUser(String... names) {
    return to(UserRooms.of(names));
  }

  /**
   * Leaves out the sockets of these users.
   *
   * @param names names of users, as their principals have them
   * @return a broadcaster without them
   */
  default Broadcaster exceptUser(String... names) {
    return except(UserRooms.of(names));
  }

  /**
   * Emits volatile events: a client whose connection cannot take the event at this moment (a poll
   * is not pending, a send is in flight) does not get it later either.
   *
   * @return a broadcaster whose events may be lost
   */
  Broadcaster asVolatile();

  /**
   * Addresses the sockets of this server only. Without effect where there is one server.
   *
   * @return a broadcaster that leaves the other servers out
   */
  Broadcaster local();

  /**
   * Says whether events are worth compressing. A response to long-polling is compressed if one of
   * its packets is, it is large enough and the client can read it; messages over WebSocket never
   * are: Jakarta WebSocket offers no way to compress some of them.
   *
   * @param compress {@code false} for what does not get smaller; the default is {@code true}
   * @return a broadcaster with that flag
   */
  Broadcaster compress(boolean compress);

  /**
   * Sets how long {@link #emitWithAck} waits for the clients, and {@link #fetchSockets} for other
   * servers.
   *
   * @param timeout the time
   * @return a broadcaster with that time-out
   * @throws IllegalArgumentException if the time is not positive
   */
  Broadcaster timeout(Duration timeout);

  /**
   * Waits for the transaction: what is done by the answered broadcaster, and by those made of it,
   * is done when the Jakarta transaction (JTA) of the calling thread has been committed, and not at
   * all if it is rolled back. Without a transaction it is done at once.
   *
   * <pre>{@code
   * @Transactional
   * public void place(Order order) {
   *   entityManager.persist(order);
   *   orders.afterCommit().emit("placed", order.summary());
   * }
   * }</pre>
   *
   * <p>The transaction is that of the thread that calls {@link #emit}, at that time. Arguments are
   * encoded when {@code emit} is called, so that a later change of them is not seen, and what is
   * wrong with them is the caller's exception. Who is addressed is found out after the commit. What
   * one transaction emits arrives in its order, whatever broadcasters it used.
   *
   * <p>{@link #socketsJoin}, {@link #socketsLeave} and {@link #disconnectSockets} wait likewise.
   * The result of {@link #emitWithAck} fails with a {@link RolledBackException} if the transaction
   * is rolled back; its time-out begins with the commit. Waiting for it within the transaction
   * waits in vain, and so may returning it from a method that is the transaction. {@link
   * #fetchSockets} throws an {@link UnsupportedOperationException}: it has nothing to wait for.
   *
   * @return a broadcaster that waits for transactions; without effect where there are none, as on a
   *     server without Jakarta Transactions
   */
  Broadcaster afterCommit();

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

  /**
   * Emits the event {@code message}.
   *
   * @param arguments the arguments, as {@link #emit} takes them
   * @throws IllegalArgumentException if an argument cannot be encoded
   */
  default void send(@Nullable Object... arguments) {
    emit("message", arguments);
  }

  /**
   * Emits an event to the addressed sockets and asks each client to acknowledge it. A {@link
   * #timeout} is needed: one client that never answers would keep the result away for ever.
   *
   * @param event the name of the event, any but the reserved ones (see {@link #emit})
   * @param arguments the arguments, as {@link #emit} takes them
   * @return what the clients answered; completed normally, with whatever there is, as soon as no
   *     more answers can come, and at the latest after the time-out; on a thread that may block,
   *     and never behind a handler of a socket, so a handler can wait for it. Complete and without
   *     answers if nobody is addressed
   * @throws IllegalStateException if there is no {@link #timeout}
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  CompletionStage<BroadcastAcks> emitWithAck(String event, @Nullable Object... arguments);

  /**
   * The addressed sockets: those of this server as {@link Socket}, those of others as they are
   * described by these.
   *
   * @return the connected ones, in no particular order; fails with a {@link
   *     java.util.concurrent.TimeoutException} if another server does not answer within the {@link
   *     #timeout}, or 5 seconds if none is set
   */
  CompletionStage<List<RemoteSocket>> fetchSockets();

  /**
   * Makes the addressed sockets join rooms. Those of other servers do so later.
   *
   * @param rooms names of rooms
   * @throws IllegalArgumentException if one is {@linkplain dev.socketee.spi.UserRooms reserved for
   *     a user}
   */
  void socketsJoin(String... rooms);

  /**
   * Makes the addressed sockets leave rooms. Those of other servers do so later.
   *
   * @param rooms names of rooms
   */
  void socketsLeave(String... rooms);

  /**
   * Disconnects the addressed sockets. Those of other servers go later.
   *
   * @param close whether to disconnect all the sockets of their connections and close these, too
   */
  void disconnectSockets(boolean close);

  /**
   * Emits by calling methods of an interface of yours, as {@link Emitter#as} describes. All methods
   * must return {@code void}: the answers of many clients are for {@link #emitWithAck}.
   *
   * <pre>{@code
   * interface Clients {
   *   @EventName("user joined")
   *   void userJoined(String name);
   * }
   *
   * io.of("/chat").to("lobby").as(Clients.class).userJoined("ann");
   * }</pre>
   *
   * @param <T> the type of the interface
   * @param events the interface
   * @return its implementation, which emits as this broadcaster does; cheap, and can be kept
   * @throws IllegalArgumentException if it is not such an interface; the message names the method
   */
  default <T> T as(Class<T> events) {
    return TypedEmitter.of(events, this);
  }
}
