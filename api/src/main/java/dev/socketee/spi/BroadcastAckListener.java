package dev.socketee.spi;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is told who was asked to acknowledge a broadcast, and who did. Thread-safe; nothing here blocks.
 * An implementation that an adapter passes to {@link LocalSockets#broadcastWithAck} is called on
 * threads that must not be blocked, and not under a lock.
 *
 * <p>Source: reference 2.8, {@code broadcastWithAck}, and 4.2, BROADCAST_CLIENT_COUNT and
 * BROADCAST_ACK.
 */
public interface BroadcastAckListener {

  /**
   * This server has asked its clients. Once for each broadcast, before any of them answers.
   *
   * @param socketIds the ids of their sockets; empty if there is none
   */
  void asked(Set<String> socketIds);

  /**
   * Another server has asked its clients. Once for each of them.
   *
   * @param clients how many
   */
  void asked(int clients);

  /**
   * A client has answered.
   *
   * @param socketId the id of its socket; {@code null} if that is on another server
   * @param answer the arguments of its acknowledgement, an array; from another server, with the
   *     first of them only
   */
  void answered(@Nullable String socketId, Emission answer);

  /**
   * A client of this server will not answer: its socket is disconnected.
   *
   * @param socketId the id of its socket
   */
  void lost(String socketId);
}
