package dev.socketee.cdi;

import dev.socketee.EventListener;
import dev.socketee.Middleware;
import dev.socketee.Room;
import dev.socketee.RoomListener;
import dev.socketee.ServerAcks;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An injected namespace, or the broadcaster to all its sockets. */
final class NamespaceHandle extends BroadcasterHandle implements SocketNamespace {

  private static final long serialVersionUID = 1L;

  NamespaceHandle(ServerReference server, String namespace) {
    super(server, namespace);
  }

  @Override
  SocketNamespace target() {
    return namespace();
  }

  @Override
  public String name() {
    return target().name();
  }

  @Override
  public SocketNamespace use(Middleware middleware) {
    return target().use(middleware);
  }

  @Override
  public SocketNamespace onConnection(Consumer<? super Socket> listener) {
    return target().onConnection(listener);
  }

  @Override
  public Collection<Socket> connectedSockets() {
    return target().connectedSockets();
  }

  @Override
  public Optional<Socket> socket(String id) {
    return target().socket(id);
  }

  @Override
  public Set<String> users() {
    return target().users();
  }

  @Override
  public boolean userConnected(String name) {
    return target().userConnected(name);
  }

  @Override
  public Room room(String room) {
    return target().room(room);
  }

  @Override
  @SuppressWarnings("NullAway") // does not see in a class file that the arguments may be null
  public void serverSideEmit(String event, @Nullable Object... arguments) {
    target().serverSideEmit(event, arguments);
  }

  @Override
  @SuppressWarnings("NullAway") // likewise
  public CompletionStage<ServerAcks> serverSideEmitWithAck(
      Duration timeout, String event, @Nullable Object... arguments) {
    return target().serverSideEmitWithAck(timeout, event, arguments);
  }

  @Override
  public SocketNamespace onServerEvent(String event, EventListener listener) {
    return target().onServerEvent(event, listener);
  }

  @Override
  public SocketNamespace onRoom(RoomListener listener) {
    return target().onRoom(listener);
  }

  @Override
  public SocketNamespace onRecoveryFailed(Consumer<? super Socket> listener) {
    return target().onRecoveryFailed(listener);
  }
}
