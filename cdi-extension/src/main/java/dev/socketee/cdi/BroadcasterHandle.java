package dev.socketee.cdi;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What is injected for a part of a namespace: a name, and the way to the server. It can be used
 * before the server has been started, by any thread, and can be serialized with the bean that holds
 * it; what its methods answer cannot.
 */
abstract class BroadcasterHandle implements Broadcaster, Serializable {

  private static final long serialVersionUID = 1L;

  private final ServerReference server;
  private final String namespace;

  BroadcasterHandle(ServerReference server, String namespace) {
    this.server = server;
    this.namespace = namespace;
  }

  /** What it stands for. */
  abstract Broadcaster target();

  final SocketNamespace namespace() {
    return server().of(namespace);
  }

  final SocketIO server() {
    return server.server();
  }

  @Override
  public final Broadcaster to(String... rooms) {
    return target().to(rooms);
  }

  @Override
  public final Broadcaster to(Room room) {
    return target().to(room);
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return target().in(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return target().except(rooms);
  }

  @Override
  public final Broadcaster except(Room room) {
    return target().except(room);
  }

  @Override
  public final Broadcaster except(Socket socket) {
    return target().except(socket);
  }

  @Override
  public final Broadcaster asVolatile() {
    return target().asVolatile();
  }

  @Override
  @SuppressWarnings("NullAway") // does not see in a class file that the arguments may be null
  public final void emit(String event, @Nullable Object... arguments) {
    target().emit(event, arguments);
  }

  @Override
  public final Broadcaster local() {
    return target().local();
  }

  @Override
  public final Broadcaster compress(boolean compress) {
    return target().compress(compress);
  }

  @Override
  public final Broadcaster timeout(Duration timeout) {
    return target().timeout(timeout);
  }

  @Override
  public final Broadcaster afterCommit() {
    return target().afterCommit();
  }

  @Override
  @SuppressWarnings("NullAway") // as for emit
  public final CompletionStage<BroadcastAcks> emitWithAck(
      String event, @Nullable Object... arguments) {
    return target().emitWithAck(event, arguments);
  }

  @Override
  public final CompletionStage<List<RemoteSocket>> fetchSockets() {
    return target().fetchSockets();
  }

  @Override
  public final void socketsJoin(String... rooms) {
    target().socketsJoin(rooms);
  }

  @Override
  public final void socketsLeave(String... rooms) {
    target().socketsLeave(rooms);
  }

  @Override
  public final void disconnectSockets(boolean close) {
    target().disconnectSockets(close);
  }

  @Override
  public final String toString() {
    return target().toString();
  }
}
