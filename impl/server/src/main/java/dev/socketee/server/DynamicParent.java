package dev.socketee.server;

import dev.socketee.EventListener;
import dev.socketee.Handshake;
import dev.socketee.Middleware;
import dev.socketee.NamespaceMatcher;
import dev.socketee.ParentNamespace;
import dev.socketee.RoomListener;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the children of one pattern or matcher have in common. */
final class DynamicParent extends FanOut implements ParentNamespace {

  private final SocketIOServer server;
  private final @Nullable Pattern pattern;
  private final NamespaceMatcher matcher;
  private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
  private final List<Consumer<? super Socket>> connectionListeners = new CopyOnWriteArrayList<>();
  private final SharedListeners shared = new SharedListeners();

  /** The other listeners, each by what gives it to a child. */
  private final List<Consumer<LocalNamespace>> others = new CopyOnWriteArrayList<>();

  private final Set<LocalNamespace> children = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean complained = new AtomicBoolean();

  DynamicParent(SocketIOServer server, Pattern pattern) {
    this.server = server;
    this.pattern = pattern;
    this.matcher = (name, handshake) -> CompletableFuture.completedFuture(matches(name));
  }

  DynamicParent(SocketIOServer server, NamespaceMatcher matcher) {
    this.server = server;
    this.pattern = null;
    this.matcher = Objects.requireNonNull(matcher, "matcher");
  }

  /** Whether it is for that pattern. */
  boolean isFor(Pattern other) {
    return pattern != null
        && pattern.pattern().equals(other.pattern())
        && pattern.flags() == other.flags();
  }

  /** Whether it has a pattern. */
  boolean hasPattern() {
    return pattern != null;
  }

  /** Whether it has a pattern, and the name matches that. */
  boolean matches(String name) {
    return pattern != null && pattern.matcher(name).matches();
  }

  /**
   * Asks the matcher.
   *
   * @throws Exception what it throws
   */
  CompletionStage<Boolean> matches(String name, Handshake handshake) throws Exception {
    return Objects.requireNonNull(matcher.matches(name, handshake), "the matcher's answer");
  }

  /** Says, once, that the matcher has failed: clients can make that happen at will. */
  void complain(String name, Throwable failure) {
    SocketIOServer.LOG.log(
        complained.compareAndSet(false, true) ? Level.ERROR : Level.DEBUG,
        "A NamespaceMatcher failed for "
            + name
            + ", which counts as no (said once; for every time set this logger to DEBUG)",
        failure);
  }

  @Override
  public SocketIOServer server() {
    return server;
  }

  @Override
  public ParentNamespace use(Middleware middleware) {
    middlewares.add(middleware);
    return this;
  }

  @Override
  public ParentNamespace onConnection(Consumer<? super Socket> listener) {
    connectionListeners.add(listener);
    return this;
  }

  @Override
  public ParentNamespace onRoom(RoomListener listener) {
    Objects.requireNonNull(listener, "listener");
    others.add(child -> child.onRoom(listener));
    return this;
  }

  @Override
  public ParentNamespace onServerEvent(String event, EventListener listener) {
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(listener, "listener");
    others.add(child -> child.onServerEvent(event, listener));
    return this;
  }

  @Override
  public ParentNamespace onRecoveryFailed(Consumer<? super Socket> listener) {
    Objects.requireNonNull(listener, "listener");
    others.add(child -> child.onRecoveryFailed(listener));
    return this;
  }

  @Override
  public Collection<SocketNamespace> children() {
    return List.copyOf(children);
  }

  @Override
  Collection<BroadcastOperator> targets() {
    return children.stream().map(LocalNamespace::targets).toList();
  }

  void add(LocalNamespace child) {
    children.add(child);
  }

  void remove(LocalNamespace child) {
    children.remove(child);
  }

  List<Middleware> middlewares() {
    return middlewares;
  }

  List<Consumer<? super Socket>> connectionListeners() {
    return connectionListeners;
  }

  List<Consumer<LocalNamespace>> others() {
    return others;
  }

  SharedListeners shared() {
    return shared;
  }

  @Override
  public String toString() {
    return "ParentNamespace[" + (pattern == null ? matcher : pattern) + ", " + children + "]";
  }
}
