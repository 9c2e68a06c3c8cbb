package dev.socketee;

/**
 * Is told what happens in the rooms of a namespace, on this server. Calls come one at a time, in
 * the order in which things happened, a little after they did, and on a thread that may block for a
 * moment: what happens meanwhile waits in memory, without a bound, because a listener that keeps an
 * account of the rooms must not miss any. So a listener has to be faster than clients join and
 * leave rooms. Exceptions go to the log.
 *
 * <p>The room that is named by a socket's id is a room like any other.
 *
 * <p>Source: reference 2.8, Adapter events.
 */
public interface RoomListener {

  /**
   * A room exists from now on: a first socket is about to join it.
   *
   * @param room its name
   */
  default void created(String room) {}

  /**
   * A room is no more: the last socket has left it.
   *
   * @param room its name
   */
  default void deleted(String room) {}

  /**
   * A socket has joined a room.
   *
   * @param room the name of the room
   * @param socketId the id of the socket
   */
  default void joined(String room, String socketId) {}

  /**
   * A socket has left a room, by itself or because it is disconnected.
   *
   * @param room the name of the room
   * @param socketId the id of the socket
   */
  default void left(String room, String socketId) {}
}
