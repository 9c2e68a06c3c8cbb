package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A broadcaster that can be given what is encoded already; so are those that are made of it. */
interface EncodedBroadcaster extends Broadcaster {

  /** Whose sockets it addresses. */
  SocketIOServer server();

  /** Emits what others may have encoded. */
  void emit(OnceEncoded event);

  /** As {@link #emitWithAck(String, Object...)}, with what others may have encoded. */
  CompletionStage<BroadcastAcks> emitWithAck(OnceEncoded event);

  /**
   * Looks whether it can ask for acknowledgements.
   *
   * @throws IllegalStateException if there is no time-out
   */
  void requireTimeout();

  @Override
  EncodedBroadcaster to(String... rooms);

  @Override
  EncodedBroadcaster to(Room room);

  @Override
  EncodedBroadcaster in(String... rooms);

  @Override
  EncodedBroadcaster except(String... rooms);

  @Override
  EncodedBroadcaster except(Room room);

  @Override
  EncodedBroadcaster except(Socket socket);

  @Override
  EncodedBroadcaster asVolatile();

  @Override
  EncodedBroadcaster local();

  @Override
  EncodedBroadcaster compress(boolean compress);

  @Override
  EncodedBroadcaster timeout(Duration timeout);

  @Override
  default Broadcaster afterCommit() {
    return new AfterCommitBroadcaster(this);
  }
}
