package dev.socketee.spi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is kept of a socket whose connection was lost.
 *
 * <p>Source: reference 2.9, Connection state recovery.
 *
 * @param sid its public id
 * @param pid its private id, a secret between server and client
 * @param rooms the rooms that it was in, the one named by its id among them
 * @param data its data, the live map: an adapter that stays in this process keeps it as it is, any
 *     other {@linkplain LocalSockets#encode(Object) encodes} it
 * @param caller whose it is
 */
public record SocketSession(
    String sid, String pid, Set<String> rooms, Map<String, Object> data, SessionCaller caller) {

  /**
   * That of an anonymous caller.
   *
   * @param sid its public id
   * @param pid its private id
   * @param rooms the rooms that it was in
   * @param data its data
   */
  public SocketSession(String sid, String pid, Set<String> rooms, Map<String, Object> data) {
    this(sid, pid, rooms, data, SessionCaller.ANONYMOUS);
  }

  /**
   * What the rooms of an event have to be compared with to know whether the socket would have got
   * it: its rooms, and the one of its {@linkplain UserRooms user}.
   *
   * @return the names of rooms
   */
  public Set<String> addresses() {
    Set<String> addresses = new HashSet<>(rooms);
    caller.user().map(UserRooms::of).ifPresent(addresses::add);
    return addresses;
  }

  /** Names no ids: the private one is a secret. */
  @Override
  public String toString() {
    return "SocketSession[" + rooms.size() + " rooms]";
  }
}
