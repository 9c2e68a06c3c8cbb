package dev.socketee.jakarta;

import dev.socketee.engine.EngineServer;
import dev.socketee.jakarta.ServerConfigurations.Configured;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.server.Carrier;
import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.RequestHooks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A server of an application with its place in it, from its definition to its end. */
final class ServerMount implements Carrier {

  private final ApplicationServers servers;
  private final ServerDefinition definition;
  private final SocketIOServer server;

  private volatile @Nullable ServerHost host;
  private volatile @Nullable Configured configured;
  private volatile @Nullable EngineServer engine;
  private final AtomicBoolean launched = new AtomicBoolean();

  ServerMount(ApplicationServers servers, ServerDefinition definition, SocketIOServer server) {
    this.servers = servers;
    this.definition = definition;
    this.server = server;
    server.carriedBy(this);
  }

  ServerDefinition definition() {
    return definition;
  }

  SocketIOServer server() {
    return server;
  }

  /** Its options are known, and its path is its own, once this has returned. */
  void reserve(ServerHost on) {
    host = on;
    on.reserve(this);
  }

  /** Its path is its own, and this is what it is. */
  void configured(Configured read) {
    configured = read;
  }

  /**
   * Its options.
   *
   * @throws IllegalStateException before they have been read
   */
  SocketIOConfig config() {
    return configured().configuration().config();
  }

  /** Its options that are not at their defaults, for the log. */
  String effective() {
    return configured().configuration().effective();
  }

  /** Its own hooks. */
  List<RequestHooks> hooks() {
    return configured().hooks();
  }

  /** The namespaces that options are set for by keys for this server. */
  Set<String> namedNamespaces() {
    return configured().configuration().namespaces();
  }

  /** The namespaces that options are set for by keys for all servers. */
  Set<String> sharedNamespaces() {
    return configured().configuration().sharedNamespaces();
  }

  private Configured configured() {
    Configured known = configured;
    if (known == null) {
      throw new IllegalStateException("the configuration, which has the path, is not read yet");
    }
    return known;
  }

  /** Whether the caller is to start it. */
  boolean launch() {
    return launched.compareAndSet(false, true);
  }

  /** It takes requests from now on. */
  void running(EngineServer runningEngine) {
    engine = runningEngine;
  }

  @Override
  public String path() {
    return config().path();
  }

  @Override
  public void drain() {
    EngineServer running = engine;
    if (running != null) {
      running.drain();
    }
  }

  @Override
  public void close() {
    EngineServer running = engine;
    ServerHost on = host;
    if (on != null) {
      on.release(this);
    }
    if (running != null) {
      running.close();
    }
    servers.remove(this);
  }

  @Override
  public String toString() {
    return "server \"" + definition.name() + "\"";
  }
}
