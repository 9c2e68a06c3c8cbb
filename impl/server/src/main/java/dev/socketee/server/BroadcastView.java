package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.Room;
import dev.socketee.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A broadcaster that also is something else. */
abstract class BroadcastView implements Broadcaster {

  /** Whom it addresses. */
  abstract BroadcastOperator targets();

  @Override
  public final Broadcaster to(String... rooms) {
    return targets().to(rooms);
  }

  @Override
  public final Broadcaster to(Room room) {
    return targets().to(room);
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return targets().in(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return targets().except(rooms);
  }

  @Override
  public final Broadcaster except(Room room) {
    return targets().except(room);
  }

  @Override
  public final Broadcaster except(Socket socket) {
    return targets().except(socket);
  }

  @Override
  public final Broadcaster asVolatile() {
    return targets().asVolatile();
  }

  @Override
  public final void emit(String event, @Nullable Object... arguments) {
    targets().emit(event, arguments);
  }

  @Override
  public final Broadcaster local() {
    return targets().local();
  }

  @Override
  public final Broadcaster compress(boolean compress) {
    return targets().compress(compress);
  }

  @Override
  public final Broadcaster timeout(Duration timeout) {
    return targets().timeout(timeout);
  }

  @Override
  public final Broadcaster afterCommit() {
    return targets().afterCommit();
  }

  @Override
  public final CompletionStage<BroadcastAcks> emitWithAck(
      String event, @Nullable Object... arguments) {
    return targets().emitWithAck(event, arguments);
  }

  @Override
  public final CompletionStage<List<RemoteSocket>> fetchSockets() {
    return targets().fetchSockets();
  }

  @Override
  public final void socketsJoin(String... rooms) {
    targets().socketsJoin(rooms);
  }

  @Override
  public final void socketsLeave(String... rooms) {
    targets().socketsLeave(rooms);
  }

  @Override
  public final void disconnectSockets(boolean close) {
    targets().disconnectSockets(close);
  }
}
