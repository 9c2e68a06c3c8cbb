package dev.socketee.server;

import dev.socketee.RemoteSocket;
import dev.socketee.ServerAcks;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.BroadcastAckListener;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The adapter of a server that is alone (reference 4.1). */
class InMemoryAdapter implements Adapter {

  private final LocalSockets sockets;

  InMemoryAdapter(LocalSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public final CompletionStage<Integer> serverCount() {
    return CompletableFuture.completedFuture(1);
  }

  @Override
  public void broadcast(Emission event, BroadcastOptions options) {
    sockets.broadcast(event, options, null);
  }

  @Override
  public final void broadcastWithAck(
      Emission event, BroadcastOptions options, BroadcastAckListener listener) {
    sockets.broadcastWithAck(event, options, listener);
  }

  @Override
  public final CompletionStage<List<RemoteSocket>> fetchSockets(BroadcastOptions options) {
    return CompletableFuture.completedFuture(List.copyOf(sockets.sockets(options)));
  }

  @Override
  public final void addSockets(BroadcastOptions options, List<String> rooms) {
    sockets.addSockets(options, rooms);
  }

  @Override
  public final void delSockets(BroadcastOptions options, List<String> rooms) {
    sockets.delSockets(options, rooms);
  }

  @Override
  public final void disconnectSockets(BroadcastOptions options, boolean close) {
    sockets.disconnectSockets(options, close);
  }

  /** There is no other server. */
  @Override
  public final void serverSideEmit(Emission event) {}

  @Override
  public final CompletionStage<ServerAcks> serverSideEmitWithAck(Emission event, Duration timeout) {
    return CompletableFuture.completedFuture(new ServerAcks(List.of(), 0));
  }
}
