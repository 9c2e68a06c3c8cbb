package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.server.SocketIOServer;
import dev.socketee.server.SocketWatcher;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The servers of an application, by name. A server can be asked for, and be given listeners, before
 * the application has said what it is: then that goes on with the same object.
 *
 * <p>Thread-safe. One lock guards what is defined; nothing is called under it.
 */
public final class ApplicationServers {

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * The server that a name means: the one that is open, else the last one, else one to be defined.
   */
  private final Map<String, SocketIOServer> servers = new ConcurrentHashMap<>();

  /** Those that are defined and not closed, in the order of their definition. */
  private final Map<String, ServerMount> mounts = new LinkedHashMap<>();

  /** The names of those that are being built. */
  private final Set<String> claimed = new HashSet<>();

  private final Map<String, Consumer<SocketIOServer>> populations = new LinkedHashMap<>();
  private final AtomicReference<@Nullable Owner> owner = new AtomicReference<>();
  private @Nullable ServerHost host;
  private volatile SocketWatcher watcher = SocketWatcher.NONE;

  /** Whose they are. */
  private record Owner(ServerHost application, String path) {}

  /** No servers yet. */
  public ApplicationServers() {}

  /** The server of a name, which may have to be defined yet, or be closed. */
  public SocketIOServer server(String name) {
    SocketIOServer known = servers.get(name); // without a lock: every broadcast comes here
    return known != null ? known : servers.computeIfAbsent(name, this::create);
  }

  private SocketIOServer create(String name) {
    SocketIOServer created = new SocketIOServer(name);
    created.watch(watcher);
    return created;
  }

  /** Has the sockets of all servers watched. To be called once, before the application runs. */
  public void watch(SocketWatcher newWatcher) {
    watcher = newWatcher;
    servers.values().forEach(server -> server.watch(newWatcher));
  }

  /**
   * Sets what each server of a name is given: the one that there is, at once, and those that are
   * built with that name when it has been closed. To be called once for a name, before the
   * application runs.
   */
  public void populate(String name, Consumer<SocketIOServer> population) {
    lock.lock();
    try {
      populations.put(name, population);
    } finally {
      lock.unlock();
    }
    population.accept(server(name));
  }

  /**
   * Makes a server of a definition. One that follows a closed one can be asked for when it has what
   * its name gives it: a namespace that is made before would be without the guards of its template.
   *
   * @throws IllegalStateException if there is one of that name that is not closed, or it cannot be
   *     mounted
   * @throws IllegalArgumentException if an option is wrong
   */
  SocketIOServer build(ServerDefinition definition) {
    String name = definition.name();
    SocketIOServer server = claim(definition);
    ServerMount mount;
    ServerHost known;
    lock.lock();
    try {
      claimed.remove(name);
      mount = new ServerMount(this, definition, server);
      known = host;
      mounts.put(name, mount);
      servers.put(name, server);
    } finally {
      lock.unlock();
    }
    if (known != null) {
      mount(known, mount);
    }
    return server;
  }

  /** Claims a name; answers the server that it is to mean. */
  private SocketIOServer claim(ServerDefinition definition) {
    String name = definition.name();
    SocketIOServer known;
    Consumer<SocketIOServer> population;
    lock.lock();
    try {
      ServerMount there = mounts.get(name);
      if (there != null || !claimed.add(name)) {
        throw new IllegalStateException(
            already(there == null ? definition : there.definition(), definition));
      }
      known = server(name);
      population = populations.get(name);
    } finally {
      lock.unlock();
    }
    return known.isClosed() ? successor(name, population) : known;
  }

  private SocketIOServer successor(String name, @Nullable Consumer<SocketIOServer> population) {
    try {
      SocketIOServer successor = create(name);
      if (population != null) {
        population.accept(successor);
      }
      return successor;
    } catch (RuntimeException | Error e) {
      disclaim(name);
      throw e;
    }
  }

  private void disclaim(String name) {
    lock.lock();
    try {
      claimed.remove(name);
    } finally {
      lock.unlock();
    }
  }

  private static String already(ServerDefinition one, ServerDefinition other) {
    String name = one.name();
    String what = "this application has a server named \"" + name + "\" already: ";
    if (one.built() && other.built()) {
      return what
          + "give each a name of its own, or close that one before. (A producer method of a server"
          + " has to be @ApplicationScoped, else it is called again and again.)";
    }
    return name.equals(SocketIO.DEFAULT_NAME)
        ? what
            + "every application has that one. Give what you build another name. (What the"
            + " configuration cannot say about a server, a SocketIOConfigurer can.)"
        : what
            + "its @SocketIODefinition makes it, so that nothing has to build it. Remove one of"
            + " them, or give them different names. (What an annotation cannot say about a server,"
            + " a SocketIOConfigurer can.)";
  }

  /**
   * Takes the servers for a web application: what it builds from now on is among them. With one CDI
   * container for several of them only the first can have them.
   *
   * @param path where the application is, for the message
   * @throws IllegalStateException if they are another one's
   */
  void belongTo(ServerHost application, String path) {
    if (!owner.compareAndSet(null, new Owner(application, path))) {
      Owner known = owner.get();
      if (known != null && known.application() != application) {
        throw new IllegalStateException(
            "The web applications "
                + known.path()
                + " and "
                + path
                + " are in one enterprise application and share the jars of SocketEE, and so they"
                + " would share their servers. Move the jars from the lib folder of the EAR into"
                + " WEB-INF/lib of each web module that has clients");
      }
    }
  }

  /** Gives the servers a place, those that are built later, too. */
  void attach(ServerHost newHost) {
    List<ServerMount> waiting;
    lock.lock();
    try {
      host = newHost;
      waiting = List.copyOf(mounts.values());
    } finally {
      lock.unlock();
    }
    waiting.forEach(mount -> mount(newHost, mount));
  }

  private void mount(ServerHost on, ServerMount mount) {
    boolean mounted = false;
    try {
      mount.reserve(on);
      on.start(mount);
      mounted = true;
    } finally {
      if (!mounted) {
        mount.server().close();
      }
    }
  }

  /** One has been closed. */
  void remove(ServerMount mount) {
    lock.lock();
    try {
      mounts.remove(mount.definition().name(), mount);
    } finally {
      lock.unlock();
    }
  }

  /** The servers that are defined and not closed, in the order of their definition. */
  List<ServerMount> mounts() {
    lock.lock();
    try {
      return List.copyOf(mounts.values());
    } finally {
      lock.unlock();
    }
  }

  /** Their names. */
  Set<String> names() {
    lock.lock();
    try {
      return new TreeSet<>(mounts.keySet());
    } finally {
      lock.unlock();
    }
  }
}
