package dev.socketee.server;

import dev.socketee.Limit;
import dev.socketee.NamespaceMatcher;
import dev.socketee.ParentNamespace;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.Statistics;
import dev.socketee.engine.EngineLimit;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.IdGenerator;
import dev.socketee.engine.SessionAcceptor;
import dev.socketee.engine.SessionListener;
import dev.socketee.protocol.socket.SocketPacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO server over the engine. Usable as soon as it is made: namespaces and listeners can be
 * added, and what is emitted reaches nobody until it is {@linkplain #start started} and clients
 * come.
 *
 * <p>Lock-free: {@code closed} is written before {@code clients} is read on {@link #close()}, and
 * {@code clients} is written before {@code closed} is read on {@link #accept}, so no client slips
 * through between the two.
 */
public final class SocketIOServer implements SocketIO, SessionAcceptor {

  static final Logger LOG = System.getLogger(SocketIOServer.class.getPackageName());

  private final NamespaceDirectory directory = new NamespaceDirectory(this);
  private final LocalNamespace root;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Surroundings> surroundings = new AtomicReference<>();
  private final IdGenerator ids = new IdGenerator();
  private final LimitCounters limits = new LimitCounters();

  /** The limits that the log has told of, each with its namespace. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  private volatile boolean closed;

  /** What is known once the server has been started. */
  record Surroundings(ServerOptions options, ServerRuntime runtime) {}

  /** A server with the namespace {@code /}, not started. */
  public SocketIOServer() {
    root = directory.of(SocketPacket.ROOT);
  }

  /**
   * Makes it ready for clients. To be called once, before the engine that it is given to.
   *
   * @param options limits and times
   * @param runtime JSON, time and threads
   * @throws IllegalStateException if it was started or closed before
   */
  public void start(ServerOptions options, ServerRuntime runtime) {
    if (closed) {
      throw new IllegalStateException("the server is closed");
    }
    if (!surroundings.compareAndSet(null, new Surroundings(options, runtime))) {
      throw new IllegalStateException("the server has been started already");
    }
    Surroundings started = surroundings();
    directory.start(started);
  }

  /**
   * Disconnects all sockets with {@link dev.socketee.DisconnectReason#SERVER_SHUTTING_DOWN} and
   * accepts no more. The connections are left to the engine, which is to be closed next. Can be
   * called more than once.
   */
  public void close() {
    closed = true;
    clients.forEach(Client::shutDown);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the server has not been started
   */
  @Override
  public SessionListener accept(EngineSession session) {
    Surroundings started = surroundings();
    if (closed) {
      return refuse(session);
    }
    Executor executor;
    try {
      executor = started.runtime().executors().apply(session.request());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "No executor for the handlers of a new connection, which is closed", e);
      return refuse(session);
    }
    Client client = new Client(this, started, session, executor);
    clients.add(client);
    client.open();
    if (closed) {
      client.shutDown();
    }
    return client;
  }

  private static SessionListener refuse(EngineSession session) {
    session.close();
    return DeafListener.INSTANCE;
  }

  @Override
  public SocketNamespace of(String name) {
    String full = name.startsWith("/") ? name : "/" + name;
    if (full.indexOf(',') >= 0) {
      throw new IllegalArgumentException("A namespace cannot have a comma in its name: " + name);
    }
    return directory.of(full);
  }

  @Override
  public ParentNamespace of(Pattern pattern) {
    return directory.parent(pattern);
  }

  @Override
  public ParentNamespace of(NamespaceMatcher matcher) {
    return directory.parent(matcher);
  }

  @Override
  public SocketIO onNewNamespace(Consumer<? super SocketNamespace> listener) {
    directory.watch(listener);
    return this;
  }

  @Override
  public SocketNamespace sockets() {
    return root;
  }

  @Override
  public Collection<SocketNamespace> namespaces() {
    return directory.all();
  }

  /**
   * Registers a listener for an event of all sockets of a namespace, those that are connected among
   * them. It costs a socket nothing, and cannot be removed.
   *
   * @param namespace a namespace of this server
   * @param event the name of the event
   * @param listener the listener
   */
  public void listen(SocketNamespace namespace, String event, NamespaceListener listener) {
    directory.of(namespace.name()).shared().add(event, listener);
  }

  /**
   * Registers a listener for an event of all sockets of children that will be created.
   *
   * @param parent a parent of this server's
   * @param event the name of the event
   * @param listener the listener
   */
  public void listen(ParentNamespace parent, String event, NamespaceListener listener) {
    ((DynamicParent) parent).shared().add(event, listener);
  }

  NamespaceDirectory directory() {
    return directory;
  }

  /** How often limits are reached. */
  LimitCounters limits() {
    return limits;
  }

  /** Whether a limit is reached there for the first time. */
  boolean isNews(Limit limit, String namespace) {
    return said.add(limit + namespace);
  }

  @Override
  public void limitReached(EngineLimit limit) {
    limits.reached(LimitCounters.of(limit));
  }

  @Override
  public Statistics statistics() {
    int sockets =
        directory.local().stream().mapToInt(namespace -> namespace.index().connected()).sum();
    return new Statistics(clients.size(), sockets, limits.counts());
  }

  /** The options and what else came with {@link #start}; {@code null} before that. */
  @Nullable Surroundings started() {
    return surroundings.get();
  }

  /** The options and what else came with {@link #start}. */
  Surroundings surroundings() {
    Surroundings started = surroundings.get();
    if (started == null) {
      throw new IllegalStateException("the server has not been started");
    }
    return started;
  }

  /** The public id for a socket. */
  String newSocketId() {
    return ids.next();
  }

  /** Called by a client that is gone. */
  void forget(Client client) {
    clients.remove(client);
  }

  @Override
  public String toString() {
    return "SocketIOServer[namespaces="
        + directory.all().size()
        + ", clients="
        + clients.size()
        + (closed ? ", closed]" : "]");
  }
}
