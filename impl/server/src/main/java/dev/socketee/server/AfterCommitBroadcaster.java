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

/** Addresses sockets when the transaction has been committed. Immutable. */
final class AfterCommitBroadcaster implements Broadcaster {

  private final EncodedBroadcaster target;
  private final AfterCommit later;

  AfterCommitBroadcaster(EncodedBroadcaster target) {
    this.target = target;
    this.later = new AfterCommit(target.server());
  }

  @Override
  public Broadcaster to(String... rooms) {
    return new AfterCommitBroadcaster(target.to(rooms));
  }

  @Override
  public Broadcaster to(Room room) {
    return new AfterCommitBroadcaster(target.to(room));
  }

  @Override
  public Broadcaster in(String... rooms) {
    return new AfterCommitBroadcaster(target.in(rooms));
  }

  @Override
  public Broadcaster except(String... rooms) {
    return new AfterCommitBroadcaster(target.except(rooms));
  }

  @Override
  public Broadcaster except(Room room) {
    return new AfterCommitBroadcaster(target.except(room));
  }

  @Override
  public Broadcaster except(Socket socket) {
    return new AfterCommitBroadcaster(target.except(socket));
  }

  @Override
  public Broadcaster asVolatile() {
    return new AfterCommitBroadcaster(target.asVolatile());
  }

  @Override
  public Broadcaster local() {
    return new AfterCommitBroadcaster(target.local());
  }

  @Override
  public Broadcaster compress(boolean compress) {
    return new AfterCommitBroadcaster(target.compress(compress));
  }

  @Override
  public Broadcaster timeout(Duration timeout) {
    return new AfterCommitBroadcaster(target.timeout(timeout));
  }

  @Override
  public Broadcaster afterCommit() {
    return this;
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    OnceEncoded encoded = later.encode(event, arguments);
    later.run(() -> target.emit(encoded));
  }

  @Override
  public CompletionStage<BroadcastAcks> emitWithAck(String event, @Nullable Object... arguments) {
    target.requireTimeout();
    OnceEncoded encoded = later.encode(event, arguments);
    return later.ask(() -> target.emitWithAck(encoded));
  }

  @Override
  public CompletionStage<List<RemoteSocket>> fetchSockets() {
    throw new UnsupportedOperationException(
        "fetchSockets() cannot wait for a commit; call it on the broadcaster without afterCommit()");
  }

  @Override
  public void socketsJoin(String... rooms) {
    String[] names = rooms.clone();
    RoomIndex.requireFree(names); // now, while somebody hears of it
    later.run(() -> target.socketsJoin(names));
  }

  @Override
  public void socketsLeave(String... rooms) {
    String[] names = rooms.clone();
    later.run(() -> target.socketsLeave(names));
  }

  @Override
  public void disconnectSockets(boolean close) {
    later.run(() -> target.disconnectSockets(close));
  }

  @Override
  public String toString() {
    return "AfterCommit[" + target + "]";
  }
}
