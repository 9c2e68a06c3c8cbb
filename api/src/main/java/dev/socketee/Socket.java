package dev.socketee;

import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection to one namespace.
 *
 * <p>All methods can be called from any thread. Listeners of one socket run one at a time, in the
 * order in which the events arrived, on a thread that may block; while one runs, the connection's
 * heartbeat, acknowledgements and closing go on. An exception of a listener goes to the {@linkplain
 * #onError error listeners}, or to the log if there are none, and changes nothing else.
 *
 * <p>Source: reference 2.3, Socket.
 */
public interface Socket extends RemoteSocket, SocketEvents {

  /**
   * The public id of this socket: 20 characters, unrelated to the secret id of the connection. The
   * socket is in a room of this name.
   *
   * <p>The socket of a client of Socket.IO 1 or 2, which only the option {@code allow-eio3} lets
   * in, is the exception: that client knows its sockets by the id of its connection, so that the id
   * here is that one, or made of it, and has to be kept from other clients.
   *
   * @return the id
   */
  @Override
  String id();

  /**
   * The namespace that this socket is connected to.
   *
   * @return the namespace
   */
  SocketNamespace namespace();

  @Override
  default String namespaceName() {
    return namespace().name();
  }

  /**
   * The request that opened the connection, with the payload of this socket's CONNECT.
   *
   * @return the handshake
   */
  @Override
  Handshake handshake();

  /**
   * Who is at the other end: whom the container has authenticated for the request that opened the
   * connection, unless the application has {@linkplain #identify identified} somebody. The same for
   * the life of the socket, from the acceptance of its CONNECT on.
   *
   * @return the caller, or empty for an anonymous one
   */
  Optional<Principal> principal();

  /**
   * Whether the {@linkplain #principal() caller} is in a role: one of those that the application
   * {@linkplain #identify identified} it with, else as {@link Handshake#isUserInRole} has it.
   *
   * @param role the role; {@code "**"} is every caller but an anonymous one
   * @return {@code false} for an anonymous one
   */
  boolean isUserInRole(String role);

  /**
   * Says who is at the other end, for an application that authenticates its clients itself, by a
   * token in their {@linkplain Handshake#auth(Class) auth payload} for example. To be called while
   * the CONNECT is decided, in a {@link Middleware} or an {@link dev.socketee.annotation.OnConnect}
   * method; a later call takes the place of an earlier one.
   *
   * <p>From then on {@link #principal()}, {@link #isUserInRole} and all that builds on them go by
   * it, and no longer by the container's caller. It holds for this socket, not for others of the
   * same connection. The container is not told: {@code getCallerPrincipal()} and
   * {@code @RolesAllowed} of an EJB still see the caller of the request. Roles need not be declared
   * anywhere.
   *
   * <p>A socket that is {@linkplain #recovered() recovered} comes back as whom the application has
   * identified it. If that identifies it as somebody of another name, it is none: it gets another
   * id, has no rooms and no data, and what has been emitted to it so far is dropped.
   *
   * @param caller who it is; has a name
   * @param roles the roles that the caller has, maybe none
   * @throws IllegalArgumentException if the caller has no name
   * @throws IllegalStateException if the CONNECT has been accepted already
   */
  void identify(Principal caller, Collection<String> roles);

  /**
   * The connection that carries this socket, and the other sockets of the same client.
   *
   * @return the connection, the same object for all of them
   */
  Connection conn();

  /**
   * Whether the CONNECT was accepted and the socket has not been disconnected since.
   *
   * @return {@code true} while events can be exchanged
   */
  boolean connected();

  /**
   * The opposite of {@link #connected()}.
   *
   * @return {@code true} before the CONNECT was accepted and after the end
   */
  default boolean disconnected() {
    return !connected();
  }

  /**
   * Whether this is a socket that was lost and has been taken up again: with the same id, {@link
   * #data() data} and {@link #rooms() rooms} as before, after the client was sent what it had
   * missed. What it did not have is what its listeners were told in between: they, too, have to be
   * registered again.
   *
   * <p>Source: reference 2.9, Connection state recovery.
   *
   * @return {@code true} from before its middleware runs; never, unless recovery is switched on
   */
  boolean recovered();

  /**
   * What the application wants to remember with this socket, such as a user's name. Empty at first;
   * values must not be {@code null}.
   *
   * @return the mutable map
   */
  @Override
  ConcurrentMap<String, Object> data();

  /**
   * One value of {@link #data()}.
   *
   * @param <T> the type
   * @param key its key
   * @param type what it is
   * @return the value, or {@code null} if there is none
   * @throws ClassCastException if it is of another type
   */
  default <T> @Nullable T data(String key, Class<T> type) {
    Object value = data().get(key);
    if (value != null && !type.isInstance(value)) {
      throw new ClassCastException(
          "data \"" + key + "\" is a " + value.getClass().getName() + ", no " + type.getName());
    }
    return type.cast(value);
  }

  /**
   * The rooms that this socket is in, the one named by its id among them.
   *
   * @return an unmodifiable snapshot; empty once disconnected, and once the listeners of {@link
   *     #onDisconnecting} have run
   */
  @Override
  Set<String> rooms();

  /**
   * Joins rooms. Nothing happens if the socket is disconnected, or is in them already.
   *
   * @param rooms names of rooms
   */
  @Override
  void join(String... rooms);

  /**
   * Joins a room.
   *
   * @param room a room of this socket's namespace
   * @throws IllegalArgumentException if the room belongs to another namespace
   */
  void join(Room room);

  /**
   * Leaves a room. Nothing happens if the socket is not in it.
   *
   * @param room the name of a room
   */
  @Override
  void leave(String room);

  /**
   * Leaves a room.
   *
   * @param room a room of this socket's namespace
   * @throws IllegalArgumentException if the room belongs to another namespace
   */
  void leave(Room room);

  /**
   * The sockets in these rooms, but this one.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster for the union
   */
  Broadcaster to(String... rooms);

  /**
   * The sockets in this room, but this one.
   *
   * @param room the room
   * @return a broadcaster for the room
   */
  Broadcaster to(Room room);

  /**
   * Addresses the sockets of these users, except this one; see {@link Broadcaster#toUser}. With
   * this socket's own user these are the user's other devices and tabs.
   *
   * @param names names of users, as their principals have them
   * @return a broadcaster
   */
  default Broadcaster toUser(String... names) {
    return broadcast().toUser(names);
  }

  /**
   * Addresses all other sockets of the namespace but those of these users.
   *
   * @param names names of users, as their principals have them
   * @return a broadcaster
   */
  default Broadcaster exceptUser(String... names) {
    return broadcast().exceptUser(names);
  }

  /**
   * The same as {@link #to(String...)}.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster for the union
   */
  Broadcaster in(String... rooms);

  /**
   * All sockets of the namespace but those in these rooms and this one.
   *
   * @param rooms names of rooms or ids of sockets
   * @return a broadcaster without them
   */
  Broadcaster except(String... rooms);

  /**
   * All sockets of the namespace but those in this room and this one.
   *
   * @param room the room; its name counts, not its namespace
   * @return a broadcaster without them
   */
  default Broadcaster except(Room room) {
    return broadcast().except(room);
  }

  /**
   * All sockets of the namespace but these two.
   *
   * @param socket another one
   * @return a broadcaster without them
   */
  default Broadcaster except(Socket socket) {
    return broadcast().except(socket);
  }

  /**
   * All sockets of the namespace but this one.
   *
   * @return a broadcaster without this socket
   */
  Broadcaster broadcast();

  /**
   * All sockets of the namespace on this server but this one, whatever the adapter reaches.
   *
   * @return a broadcaster without this socket and without other servers
   */
  default Broadcaster local() {
    return broadcast().local();
  }

  /**
   * Disconnects this socket from its namespace and keeps the connection. The client sees {@code io
   * server disconnect} and does not reconnect by itself. The same as {@code disconnect(false)}.
   */
  @Override
  default void disconnect() {
    disconnect(false);
  }

  /**
   * Disconnects this socket. Nothing happens if it is not connected.
   *
   * @param close whether to disconnect all the sockets of the connection and close it, too
   */
  @Override
  default void disconnect(boolean close) {
    disconnect(close, null);
  }

  /**
   * Disconnects this socket and tells the client why: it gets the event {@code disconnect_reason}
   * with the reason, and is disconnected next. Nothing happens if the socket is not connected.
   *
   * <p>The reference has nothing like it: there, the client learns only that it was the server.
   *
   * @param close whether to disconnect all the sockets of the connection, each with this reason,
   *     and close it, too
   * @param reason the argument of the event, as {@link Broadcaster#emit} takes them; {@code null}
   *     for no event
   * @throws IllegalArgumentException if the reason cannot be encoded; nothing is disconnected then
   */
  void disconnect(boolean close, @Nullable Object reason);
}
