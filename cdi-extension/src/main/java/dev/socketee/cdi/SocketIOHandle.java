package dev.socketee.cdi;

import dev.socketee.ConnectionError;
import dev.socketee.NamespaceMatcher;
import dev.socketee.ParentNamespace;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.Statistics;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The injected server: can be serialized with the bean that holds it. */
final class SocketIOHandle implements SocketIO, Serializable {

  private static final long serialVersionUID = 1L;

  private final ServerReference server;

  SocketIOHandle(ServerReference server) {
    this.server = server;
  }

  @Override
  public String name() {
    return server.server().name();
  }

  @Override
  public String path() {
    return server.server().path();
  }

  @Override
  public SocketIO onConnectionError(Consumer<? super ConnectionError> listener) {
    return server.server().onConnectionError(listener);
  }

  @Override
  public CompletionStage<Void> drain(Duration deadline) {
    return server.server().drain(deadline);
  }

  @Override
  public CompletionStage<Void> close() {
    return server.server().close();
  }

  @Override
  public SocketNamespace of(String name) {
    return server.server().of(name);
  }

  @Override
  public ParentNamespace of(Pattern pattern) {
    return server.server().of(pattern);
  }

  @Override
  public ParentNamespace of(NamespaceMatcher matcher) {
    return server.server().of(matcher);
  }

  @Override
  public SocketIO onNewNamespace(Consumer<? super SocketNamespace> listener) {
    return server.server().onNewNamespace(listener);
  }

  @Override
  public SocketNamespace sockets() {
    return server.server().sockets();
  }

  @Override
  public Collection<SocketNamespace> namespaces() {
    return server.server().namespaces();
  }

  @Override
  public Statistics statistics() {
    return server.server().statistics();
  }

  @Override
  public String toString() {
    return server.server().toString();
  }
}
