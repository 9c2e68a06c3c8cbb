package dev.socketee.spi;

import dev.socketee.RemoteSocket;
import dev.socketee.RoomListener;
import dev.socketee.ServerAcks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Connects the sockets of one namespace on this server, which it reaches by {@link LocalSockets},
 * to those on other servers. The rooms themselves are no business of an adapter: every server has
 * its own.
 *
 * <p>An operation that is not {@linkplain BroadcastOptions#local() local} is done here, by {@code
 * LocalSockets}, and told to the others, which do it by theirs. A failure to tell them must not
 * keep it from being done here, and is not thrown to the application: it is logged. Nothing may
 * block for long: methods are called on threads of the application, and some on those of the
 * container.
 *
 * <p>An operation that this server was told by another is done by {@code LocalSockets}, never by
 * this adapter's own methods, which would tell it again.
 *
 * <p>Thread-safe. No lock is held when a method is called. Every adapter has to pass {@code
 * AdapterContractTest}.
 *
 * <p>Source: reference 2.8, Adapter contract, and 4.1 to 4.5.
 */
public interface Adapter {

  /**
   * Connects to the others. Called once, before anything else, when the server has been started;
   * the server does not wait for the end of it.
   *
   * @return completed when other servers can be reached; a failure is logged
   */
  default CompletionStage<Void> init() {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Says good-bye to the others and gives back what it holds. Called once, after the last socket
   * has been disconnected; nothing is called afterwards.
   *
   * @return completed when that is done; a failure is logged
   */
  default CompletionStage<Void> close() {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * How many servers take part, this one among them.
   *
   * @return the number, at least 1
   */
  CompletionStage<Integer> serverCount();

  /**
   * Emits an event. Calls of one thread have to reach each socket in their order.
   *
   * <p>If this adapter recovers sessions, and the event is not volatile, it is stored and delivered
   * with an offset, in the order of the offsets.
   *
   * @param event the event
   * @param options whom it is for
   */
  void broadcast(Emission event, BroadcastOptions options);

  /**
   * Emits an event that clients are to acknowledge. It is not stored.
   *
   * @param event the event
   * @param options whom it is for; with a time-out, after which nothing more needs to be told
   * @param listener is told what comes of it: this server's part by {@link LocalSockets}, the part
   *     of the others by this adapter
   */
  void broadcastWithAck(Emission event, BroadcastOptions options, BroadcastAckListener listener);

  /**
   * The connected sockets, of this server as they are, of others as {@link LocalSockets#remote}
   * makes them.
   *
   * @param options whom to look for; if there is no time-out, 5 seconds
   * @return all of them; fails with a {@link java.util.concurrent.TimeoutException} if a server
   *     does not answer in time
   */
  CompletionStage<List<RemoteSocket>> fetchSockets(BroadcastOptions options);

  /**
   * Makes sockets join rooms.
   *
   * @param options which sockets
   * @param rooms names of rooms
   */
  void addSockets(BroadcastOptions options, List<String> rooms);

  /**
   * Makes sockets leave rooms.
   *
   * @param options which sockets
   * @param rooms names of rooms
   */
  void delSockets(BroadcastOptions options, List<String> rooms);

  /**
   * Disconnects sockets.
   *
   * @param options which sockets
   * @param close whether to close their connections, too
   */
  void disconnectSockets(BroadcastOptions options, boolean close);

  /**
   * Sends an event to the other servers, not to this one.
   *
   * @param event the event
   */
  void serverSideEmit(Emission event);

  /**
   * Sends an event to the other servers and collects what they answer.
   *
   * @param event the event
   * @param timeout how long to wait
   * @return what they answered in time, made by {@link LocalSockets#args}; completed normally, at
   *     the latest after the time-out
   */
  CompletionStage<ServerAcks> serverSideEmitWithAck(Emission event, Duration timeout);

  /**
   * Keeps the session of a socket whose connection was lost. By default nothing is kept.
   *
   * @param session the session
   */
  default void persistSession(SocketSession session) {}

  /**
   * Gives back the session of a client that has returned. Whoever keeps sessions has to keep to
   * this order, so that no event is lost or doubled:
   *
   * <ol>
   *   <li>take the session, so that nobody gets it a second time. If there is none, or the offset
   *       is unknown, the answer is empty;
   *   <li>call {@code resume} with it: when that returns, the socket is in its rooms, and what
   *       {@link LocalSockets#broadcast} delivers is held for it;
   *   <li>collect the events behind the offset whose rooms meet the {@linkplain
   *       SocketSession#addresses() addresses} of the session, including all those that were
   *       delivered before {@code resume} returned. One that is in both is sent once: they have the
   *       same offset.
   * </ol>
   *
   * <p>If the client is another {@linkplain SessionCaller caller} than the one that lost the
   * session, {@code resume} has it {@linkplain #persistSession persisted} once more, and the answer
   * is not used.
   *
   * <p>By default no session is known.
   *
   * @param pid the private id, as the client sent it
   * @param offset of the last event that the client has; as the client sent it, so it can be
   *     anything
   * @param resume puts the socket into its rooms
   * @return what the client has missed, in order; empty if it cannot go on where it was
   */
  default CompletionStage<Optional<List<MissedEvent>>> restoreSession(
      String pid, String offset, Consumer<SocketSession> resume) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /**
   * What wants to know of the rooms of this server, for example to subscribe to them.
   *
   * @return a listener that is called in order, without a lock, and must not block; empty by
   *     default
   */
  default Optional<RoomListener> roomListener() {
    return Optional.empty();
  }
}
