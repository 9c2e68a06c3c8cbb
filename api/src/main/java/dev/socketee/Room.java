package dev.socketee;

/**
 * A room of a namespace: a name that any number of sockets can join, and a {@link Broadcaster} for
 * those that did. A view, not a container: it holds no sockets itself, costs nothing while nobody
 * is in the room, and stays valid for ever.
 *
 * <p>Can be injected with {@link dev.socketee.annotation.RoomName}. Thread-safe.
 *
 * <p>Source: reference 2.8, Adapter.
 */
public interface Room extends Broadcaster {

  /**
   * The name of the room.
   *
   * @return the name, without its namespace
   */
  String name();

  /**
   * Puts a socket into this room. The same as {@link Socket#join(Room)}.
   *
   * @param socket a socket of this room's namespace; nothing happens if it is disconnected
   * @throws IllegalArgumentException if the socket belongs to another namespace
   */
  void join(Socket socket);

  /**
   * Takes a socket out of this room; nothing happens if it is not in it.
   *
   * @param socket a socket of this room's namespace
   * @throws IllegalArgumentException if the socket belongs to another namespace
   */
  void leave(Socket socket);

  /**
   * How many sockets of this server are in the room now.
   *
   * @return the number, 0 if nobody is
   */
  int size();
}
