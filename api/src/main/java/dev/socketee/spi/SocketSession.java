package dev.socketee.spi;

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
 */
public record SocketSession(String sid, String pid, Set<String> rooms, Map<String, Object> data) {

  /** Names no ids: the private one is a secret. */
  @Override
  public String toString() {
    return "SocketSession[" + rooms.size() + " rooms]";
  }
}
