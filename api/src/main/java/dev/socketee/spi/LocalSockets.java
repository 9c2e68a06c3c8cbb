package dev.socketee.spi;

import dev.socketee.Args;
import dev.socketee.RemoteSocket;
import dev.socketee.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one namespace on this server, for an {@link Adapter}. Thread-safe; nothing here
 * tells another server.
 *
 * <p>Source: reference 2.8, Adapter contract.
 */
public interface LocalSockets {

  /**
   * The name of the namespace.
   *
   * @return the name, with its leading {@code /}
   */
  String namespace();

  /**
   * Delivers an event. Does not block.
   *
   * @param event the event
   * @param options whom it is for; {@code local} and the time-out mean nothing here
   * @param offset what to append to the arguments, for a client that may come back and say where it
   *     was; {@code null} for an event that is not stored. Events with offsets have to be delivered
   *     one after the other, in their order
   */
  void broadcast(Emission event, BroadcastOptions options, @Nullable String offset);

  /**
   * Delivers an event that clients are to acknowledge. Does not block.
   *
   * @param event the event
   * @param options whom it is for; after the time-out, or a minute if there is none, nobody is
   *     waited for
   * @param listener is told whom it reached, before this returns, and then who answered
   */
  void broadcastWithAck(Emission event, BroadcastOptions options, BroadcastAckListener listener);

  /**
   * The connected sockets.
   *
   * @param options which
   * @return a snapshot
   */
  List<Socket> sockets(BroadcastOptions options);

  /**
   * The connected sockets, for another server.
   *
   * @param options which
   * @return a snapshot. What JSON-B cannot write is left out of their data
   */
  List<SocketDetails> describe(BroadcastOptions options);

  /**
   * A socket of another server.
   *
   * @param details what that server told
   * @return the socket: operations on it go through the adapter
   * @throws IllegalArgumentException if the details are not what they should be
   */
  RemoteSocket remote(SocketDetails details);

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
   * Another server has sent an event to this one. The listeners are called later, in order.
   *
   * @param event the event
   * @param reply takes the answer, an array of its arguments, at most once and on any thread;
   *     {@code null} if the other one wants none
   * @throws IllegalArgumentException if that is no event
   */
  void serverSideEvent(Emission event, @Nullable Consumer<Emission> reply);

  /**
   * Whether a room exists: somebody of this server is in it.
   *
   * @param room its name
   * @return {@code false} if nobody is
   */
  boolean hasRoom(String room);

  /**
   * The rooms that exist.
   *
   * @return a snapshot
   */
  Set<String> rooms();

  /**
   * Encodes one value.
   *
   * @param value what JSON-B can write, and binary values, as the arguments of an event
   * @return the JSON text of the value, not of an array
   * @throws IllegalArgumentException if it cannot be encoded
   */
  Emission encode(@Nullable Object value);

  /**
   * Decodes one value.
   *
   * @param value the JSON text of a value
   * @return what JSON has: a map, list, text, number, boolean, {@code byte[]} or {@code null}
   * @throws IllegalArgumentException if that is no JSON
   */
  @Nullable Object decode(Emission value);

  /**
   * Arguments that another server sent.
   *
   * @param array the JSON text of an array
   * @return the same, to be converted on demand
   * @throws IllegalArgumentException if that is no array
   */
  Args args(Emission array);

  /**
   * Runs a task once, later.
   *
   * @param delay how much later
   * @param task must not block
   * @return cancels it
   */
  Runnable schedule(Duration delay, Runnable task);

  /**
   * A monotonic clock.
   *
   * @return nanoseconds, as {@link System#nanoTime()}
   */
  long nanoTime();

  /**
   * Threads that may block.
   *
   * @return never runs a task on the calling thread; refuses tasks when the application is being
   *     stopped
   */
  Executor executor();
}
