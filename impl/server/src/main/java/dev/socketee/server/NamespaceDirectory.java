package dev.socketee.server;

import dev.socketee.Limit;
import dev.socketee.NamespaceMatcher;
import dev.socketee.SocketNamespace;
import dev.socketee.server.SocketIOServer.Surroundings;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The namespaces of a server, and who may make more. Lock-free: a namespace is there once it is in
 * the map, and whoever put it there announces it; no client gets in before that is done.
 */
final class NamespaceDirectory {

  private final SocketIOServer server;
  private final Map<String, LocalNamespace> namespaces = new ConcurrentHashMap<>();
  private final List<DynamicParent> parents = new CopyOnWriteArrayList<>();
  private final Set<String> templates = ConcurrentHashMap.newKeySet();
  private final List<Consumer<? super SocketNamespace>> watchers = new CopyOnWriteArrayList<>();
  private final AtomicInteger children = new AtomicInteger();
  private final AtomicBoolean complained = new AtomicBoolean();

  NamespaceDirectory(SocketIOServer server) {
    this.server = server;
  }

  /** The namespace of that name, made if it does not exist, by the will of the application. */
  LocalNamespace of(String name) {
    LocalNamespace known = namespaces.get(name);
    while (known == null || known.isOver()) {
      if (known != null) {
        namespaces.remove(name, known); // its last socket is about to do that
      }
      LocalNamespace made = make(name);
      known = add(made) ? made : namespaces.get(name);
    }
    return known;
  }

  private LocalNamespace make(String name) {
    for (DynamicParent parent : parents) {
      if (parent.matches(name)) {
        children.incrementAndGet();
        return new LocalNamespace(server, name, new ChildLife(this, parent, null));
      }
    }
    return new LocalNamespace(server, name, null);
  }

  /** Answers whether it is the first of its name; if it is not, it never was. */
  private boolean add(LocalNamespace made) {
    ChildLife life = made.life();
    if (namespaces.putIfAbsent(made.name(), made) != null) {
      if (life != null) {
        release(life);
      }
      return false;
    }
    if (life != null) {
      life.parent().add(made);
    }
    try {
      Surroundings started = server.started();
      if (started != null) {
        made.start(started);
      }
    } catch (RuntimeException | Error e) { // of an adapter that cannot be made
      forget(made);
      made.announced().completeExceptionally(e);
      throw e;
    }
    if (server.isClosed()) {
      CompletionStage<Void> unused = close(made);
    }
    watchers.forEach(watcher -> tell(watcher, made));
    made.announced().complete(null);
    return true;
  }

  /** It is there no more, or was not to be. */
  private void forget(LocalNamespace namespace) {
    namespaces.remove(namespace.name(), namespace);
    ChildLife life = namespace.life();
    if (life != null) {
      life.parent().remove(namespace);
      release(life);
    }
  }

  private static void tell(Consumer<? super SocketNamespace> watcher, LocalNamespace made) {
    try {
      watcher.accept(made);
    } catch (Throwable e) {
      SocketIOServer.LOG.log(
          Level.ERROR, "A listener for new namespaces failed for " + made.name(), e);
    }
  }

  /** The server has been started: whatever comes from now on, is when it is added. */
  void start(Surroundings started) {
    namespaces.values().forEach(namespace -> namespace.start(started));
  }

  /** The parent for a template. */
  DynamicParent parent(NamespaceTemplate template) {
    templates.add(template.name());
    return parent(template.pattern());
  }

  /** The templates that there are parents for, as they were written. */
  Set<String> templates() {
    return Set.copyOf(templates);
  }

  /** The parent for a pattern. */
  DynamicParent parent(Pattern pattern) {
    for (DynamicParent parent : parents) {
      if (parent.isFor(pattern)) {
        return parent;
      }
    }
    return add(new DynamicParent(server, pattern));
  }

  /** A parent for a matcher. */
  DynamicParent parent(NamespaceMatcher matcher) {
    return add(new DynamicParent(server, matcher));
  }

  private DynamicParent add(DynamicParent parent) {
    parents.add(parent);
    return parent;
  }

  /** Whether one of that name is there or may come; a matcher may let in anything. */
  boolean expects(String name) {
    if (!NamespaceTemplate.isOne(name)) {
      return namespaces.containsKey(name)
          || parents.stream().anyMatch(parent -> !parent.hasPattern() || parent.matches(name));
    }
    Pattern pattern = NamespaceTemplate.of(name).pattern();
    return namespaces.keySet().stream().anyMatch(pattern.asMatchPredicate())
        || parents.stream().anyMatch(parent -> !parent.hasPattern() || parent.isFor(pattern));
  }

  /** In the order in which to ask them. */
  List<DynamicParent> parents() {
    return parents;
  }

  void watch(Consumer<? super SocketNamespace> watcher) {
    watchers.add(watcher);
  }

  Collection<LocalNamespace> local() {
    return namespaces.values();
  }

  Collection<SocketNamespace> all() {
    return List.copyOf(namespaces.values());
  }

  /**
   * The namespace that a client asks for, if it exists; then {@link LocalNamespace#exit} is owed.
   */
  Optional<LocalNamespace> enter(String name) {
    LocalNamespace known = namespaces.get(name);
    while (known != null && !known.enter()) {
      namespaces.remove(name, known); // its last socket is about to do that
      known = namespaces.get(name);
    }
    return Optional.ofNullable(known);
  }

  /**
   * The namespace that a client asks for, made if it does not exist; {@link LocalNamespace#exit} is
   * owed.
   *
   * @param made how many children that client has made
   * @return empty if there are too many, of all clients or of this one
   */
  Optional<LocalNamespace> enterChild(String name, DynamicParent parent, AtomicInteger made) {
    Optional<LocalNamespace> known = enter(name);
    while (known.isEmpty()) {
      ChildLife life = new ChildLife(this, parent, made);
      if (!reserve(made)) {
        return Optional.empty();
      }
      LocalNamespace child = new LocalNamespace(server, name, life);
      known = life.enter() && add(child) ? Optional.of(child) : enter(name);
    }
    return known;
  }

  private boolean reserve(AtomicInteger made) {
    ServerOptions options = server.surroundings().options();
    if (made.incrementAndGet() > options.childNamespacesPerConnection()) {
      made.decrementAndGet();
      return tooMany(Limit.CHILD_NAMESPACES_PER_CONNECTION, "child-namespaces-per-connection");
    }
    if (children.incrementAndGet() > options.childNamespaces()) {
      children.decrementAndGet();
      made.decrementAndGet();
      return tooMany(Limit.CHILD_NAMESPACES, "child-namespaces");
    }
    return true;
  }

  /** Aloud once, because the limit may be too low; clients can make this happen at will. */
  private boolean tooMany(Limit limit, String option) {
    server.limits().reached(limit);
    SocketIOServer.LOG.log(
        complained.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
        "Not creating a namespace for a client, because of {0} (said once; for every time set this"
            + " logger to DEBUG)",
        option);
    return false;
  }

  private void release(ChildLife life) {
    children.decrementAndGet();
    AtomicInteger made = life.made();
    if (made != null) {
      made.decrementAndGet();
    }
  }

  /** Whether a child goes with its last socket. */
  boolean cleansUp() {
    return server.surroundings().options().cleanupEmptyChildNamespaces();
  }

  /** A child is over. */
  void remove(LocalNamespace child) {
    forget(child);
    CompletionStage<Void> unused = close(child);
  }

  /** The server is over. Completed, never with a failure, when all adapters are closed. */
  CompletableFuture<Void> close() {
    return CompletableFuture.allOf(
        namespaces.values().stream()
            .map(namespace -> close(namespace).toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  private static CompletionStage<Void> close(LocalNamespace namespace) {
    return namespace
        .broadcasts()
        .close()
        .exceptionally(
            failure -> {
              SocketIOServer.LOG.log(
                  Level.ERROR, "The adapter of " + namespace.name() + " was not closed", failure);
              return null;
            });
  }

  /** How many children there are. */
  int childCount() {
    return children.get();
  }

  @Override
  public String toString() {
    return namespaces.keySet().toString();
  }
}
