package dev.socketee;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A namespace at run time: a communication channel of its own over the shared connections, with its
 * own middleware, sockets and rooms. As a {@link Broadcaster} it addresses all its sockets.
 *
 * <p>Thread-safe. (The annotation that declares a namespace bean is {@link
 * dev.socketee.annotation.Namespace}.)
 *
 * <p>Source: reference 2.2, Namespace.
 */
public interface SocketNamespace extends Broadcaster {

  /**
   * The name, with its leading {@code /}.
   *
   * @return the name
   */
  String name();

  /**
   * Adds a check that every CONNECT to this namespace must pass. Checks run in the order in which
   * they were added, each for one socket at a time, on a thread that may block.
   *
   * @param middleware the check; added at the end
   * @return this namespace
   */
  SocketNamespace use(Middleware middleware);

  /**
   * Adds a listener that is told of every socket once its CONNECT has been accepted. It runs before
   * any event of that socket is delivered, so listeners that it registers miss none; it may block.
   *
   * @param listener the listener; those added while a socket connects may miss that one
   * @return this namespace
   */
  SocketNamespace onConnection(Consumer<? super Socket> listener);

  /**
   * The connected sockets of this namespace.
   *
   * @return an unmodifiable snapshot, in no particular order
   */
  Collection<Socket> connectedSockets();

  /**
   * A connected socket by its id.
   *
   * @param id {@link Socket#id()}
   * @return the socket, or empty if there is no connected one with that id
   */
  Optional<Socket> socket(String id);

  /**
   * The users that have a socket in this namespace, on this server: the names of the {@linkplain
   * Socket#principal() principals}.
   *
   * @return a snapshot
   */
  Set<String> users();

  /**
   * Whether a user has a socket in this namespace, on this server. {@link #fetchSockets()} of
   * {@link #toUser} asks all servers.
   *
   * @param name the name of the user
   * @return {@code false} if there is none
   */
  boolean userConnected(String name);

  /**
   * A room of this namespace. A room need not be created: it exists while a socket is in it.
   *
   * @param name the name of the room
   * @return a view on the room; views of the same name are interchangeable
   */
  Room room(String name);

  /**
   * Sends an event to the other servers of this namespace, not to clients: there, the listeners of
   * {@link #onServerEvent} are called. Nothing happens where there is one server.
   *
   * <p>Source: reference 2.2, serverSideEmit.
   *
   * @param event the name of the event, any but {@code connect}, {@code connection} and {@code
   *     new_namespace}
   * @param arguments the arguments, as {@link #emit} takes them
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  void serverSideEmit(String event, @Nullable Object... arguments);

  /**
   * Sends an event to the other servers of this namespace and collects their answers for at most 5
   * seconds.
   *
   * @param event the name of the event, as {@link #serverSideEmit} takes it
   * @param arguments the arguments, as {@link #emit} takes them
   * @return what the others answered, as {@link #serverSideEmitWithAck(Duration, String,
   *     Object...)} says
   * @throws IllegalArgumentException if the name is reserved or an argument cannot be encoded
   */
  default CompletionStage<ServerAcks> serverSideEmitWithAck(
      String event, @Nullable Object... arguments) {
    return serverSideEmitWithAck(Duration.ofSeconds(5), event, arguments);
  }

  /**
   * Sends an event to the other servers of this namespace and collects their answers.
   *
   * @param timeout how long to wait for them
   * @param event the name of the event, as {@link #serverSideEmit} takes it
   * @param arguments the arguments, as {@link #emit} takes them
   * @return what the others answered; completed normally, with whatever there is, when all have
   *     answered and at the latest after the time-out, on a thread that may block. Complete and
   *     without answers where there is one server
   * @throws IllegalArgumentException if the time is not positive, the name is reserved or an
   *     argument cannot be encoded
   */
  CompletionStage<ServerAcks> serverSideEmitWithAck(
      Duration timeout, String event, @Nullable Object... arguments);

  /**
   * Registers a listener for events that other servers send by {@link #serverSideEmit}. Of each
   * sender they arrive in order; listeners run one at a time, on a thread that may block.
   *
   * @param event the name of the event
   * @param listener the listener; its exceptions go to the log
   * @return this namespace
   */
  SocketNamespace onServerEvent(String event, EventListener listener);

  /**
   * Registers a listener for what happens in the rooms of this server.
   *
   * @param listener the listener
   * @return this namespace
   */
  SocketNamespace onRoom(RoomListener listener);

  /**
   * Registers a listener for clients that wanted to go on where they were and could not: they came
   * too late, or with a session that this server does not know (any more). Such a client has been
   * accepted as a new one, and has missed events that nobody will send it again. Told before those
   * of {@link #onConnection}, on a thread that may block.
   *
   * <p>Source: reference 2.9, Connection state recovery.
   *
   * @param listener the listener
   * @return this namespace
   */
  SocketNamespace onRecoveryFailed(Consumer<? super Socket> listener);
}
