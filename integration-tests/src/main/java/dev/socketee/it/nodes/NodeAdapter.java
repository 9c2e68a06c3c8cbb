package dev.socketee.it.nodes;

import dev.socketee.Args;
import dev.socketee.RemoteSocket;
import dev.socketee.ServerAcks;
import dev.socketee.spi.Adapter;
import dev.socketee.spi.BroadcastAckListener;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.LocalSockets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Reaches the other nodes by calls, as they are in the same process. */
final class NodeAdapter implements Adapter {

  /** All nodes, each with an adapter for each of its namespaces. */
  private final List<NodeAdapter> everyone;

  private final LocalSockets local;

  NodeAdapter(List<NodeAdapter> everyone, LocalSockets local) {
    this.everyone = everyone;
    this.local = local;
  }

  @Override
  public CompletionStage<Void> init() {
    everyone.add(this);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> close() {
    everyone.remove(this);
    return CompletableFuture.completedFuture(null);
  }

  private List<LocalSockets> others() {
    return everyone.stream()
        .map(adapter -> adapter.local)
        .filter(other -> other != local && other.namespace().equals(local.namespace()))
        .toList();
  }

  private List<LocalSockets> others(BroadcastOptions options) {
    return options.local() ? List.of() : others();
  }

  @Override
  public CompletionStage<Integer> serverCount() {
    return CompletableFuture.completedFuture(others().size() + 1);
  }

  @Override
  public void broadcast(Emission event, BroadcastOptions options) {
    local.broadcast(event, options, null);
    others(options).forEach(other -> other.broadcast(event, options, null));
  }

  @Override
  public void broadcastWithAck(
      Emission event, BroadcastOptions options, BroadcastAckListener listener) {
    local.broadcastWithAck(event, options, listener);
    others(options).forEach(other -> other.broadcastWithAck(event, options, new Forward(listener)));
  }

  @Override
  public CompletionStage<List<RemoteSocket>> fetchSockets(BroadcastOptions options) {
    List<RemoteSocket> found = new ArrayList<>(local.sockets(options));
    for (LocalSockets other : others(options)) {
      other.describe(options).forEach(details -> found.add(local.remote(details)));
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public void addSockets(BroadcastOptions options, List<String> rooms) {
    local.addSockets(options, rooms);
    others(options).forEach(other -> other.addSockets(options, rooms));
  }

  @Override
  public void delSockets(BroadcastOptions options, List<String> rooms) {
    local.delSockets(options, rooms);
    others(options).forEach(other -> other.delSockets(options, rooms));
  }

  @Override
  public void disconnectSockets(BroadcastOptions options, boolean close) {
    local.disconnectSockets(options, close);
    others(options).forEach(other -> other.disconnectSockets(options, close));
  }

  @Override
  public void serverSideEmit(Emission event) {
    others().forEach(other -> other.serverSideEvent(event, null));
  }

  @Override
  public CompletionStage<ServerAcks> serverSideEmitWithAck(Emission event, Duration timeout) {
    List<LocalSockets> asked = others();
    List<Args> answers = new CopyOnWriteArrayList<>();
    CompletableFuture<ServerAcks> all = new CompletableFuture<>();
    Runnable collected = () -> all.complete(new ServerAcks(answers, asked.size()));
    if (asked.isEmpty()) {
      collected.run();
      return all;
    }
    Runnable inTime = local.schedule(timeout, collected);
    for (LocalSockets other : asked) {
      other.serverSideEvent(
          event,
          answer -> {
            answers.add(local.args(answer));
            if (answers.size() == asked.size()) {
              inTime.run();
              collected.run();
            }
          });
    }
    return all;
  }

  /** Tells the node that has asked what comes of it on another one. */
  private record Forward(BroadcastAckListener asking) implements BroadcastAckListener {

    @Override
    public void asked(Set<String> socketIds) {
      asking.asked(socketIds.size());
    }

    @Override
    public void asked(int clients) {
      throw new IllegalStateException("nobody else is asked");
    }

    @Override
    public void answered(@Nullable String socketId, Emission answer) {
      asking.answered(null, answer);
    }

    /** Of other nodes, nobody is told. */
    @Override
    public void lost(String socketId) {}
  }
}
