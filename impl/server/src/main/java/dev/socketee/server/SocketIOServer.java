package dev.socketee.server;

import dev.socketee.ConnectionError;
import dev.socketee.Limit;
import dev.socketee.Middleware;
import dev.socketee.NamespaceMatcher;
import dev.socketee.ParentNamespace;
import dev.socketee.Socket;
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
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Clients choose the names of dynamic namespaces, and must not fill the memory with them. */
  private static final int MOST_NEWS = 1_000;

  private final NamespaceDirectory directory = new NamespaceDirectory(this);
  private final LocalNamespace root;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Surroundings> surroundings = new AtomicReference<>();
  private final IdGenerator ids = new IdGenerator();
  private final LimitCounters limits = new LimitCounters();

  /** The limits that the log has told of, each with its namespace. */
  private final Set<String> said = ConcurrentHashMap.newKeySet();

  private final Watched watched = new Watched();
  private final String name;
  private final AtomicReference<@Nullable Carrier> carrier = new AtomicReference<>();
  private final ConnectionErrors connectionErrors = new ConnectionErrors();
  private final Drain drain = new Drain(this);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /** What is known once the server has been started. */
  record Surroundings(ServerOptions options, ServerRuntime runtime) {}

  /** The server that an application has by configuration, with the namespace {@code /}. */
  public SocketIOServer() {
    this(DEFAULT_NAME);
  }

  /**
   * A server with the namespace {@code /}, not started.
   *
   * @param name its name among those of the application
   */
  public SocketIOServer(String name) {
    this.name = name;
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
    if (!startUnlessClosed(options, runtime)) {
      throw new IllegalStateException("the server is closed");
    }
  }

  /**
   * As {@link #start}, of a server that others may close at any time.
   *
   * @param options limits and times
   * @param runtime JSON, time and threads
   * @return {@code false} if it was closed before, and nothing has happened
   * @throws IllegalStateException if it was started before
   */
  public boolean startUnlessClosed(ServerOptions options, ServerRuntime runtime) {
    if (closed.get()) {
      return false;
    }
    if (!surroundings.compareAndSet(null, new Surroundings(options, runtime))) {
      throw new IllegalStateException("the server has been started already");
    }
    Surroundings started = surroundings();
    directory.start(started);
    return true;
  }

  /**
   * Has the life of every socket watched.
   *
   * @param watcher takes the place of the one before
   */
  public void watch(SocketWatcher watcher) {
    watched.by(watcher);
  }

  Watched watched() {
    return watched;
  }

  /**
   * Says what connects it with its clients. To be called once.
   *
   * @throws IllegalStateException if it has one
   */
  public void carriedBy(Carrier newCarrier) {
    if (!carrier.compareAndSet(null, newCarrier)) {
      throw new IllegalStateException("the server has a carrier already");
    }
  }

  /** What connects it with others like it, for the log: the adapter of its main namespace. */
  public String adapter() {
    return root.broadcasts().adapterName();
  }

  /** Whether it has been closed. */
  public boolean isClosed() {
    return closed.get();
  }

  /** To be told of every request that was answered with an error. */
  public void connectionFailed(ConnectionError error) {
    connectionErrors.tell(error);
  }

  /** {@inheritDoc} The connections are closed by its {@link Carrier}, if it has one. */
  @Override
  public CompletionStage<Void> close() {
    if (closed.compareAndSet(false, true)) {
      drain.end();
      clients.forEach(Client::shutDown);
      Carrier carrying = carrier.get();
      if (carrying != null) {
        carrying.close();
      }
      CompletionStage<Void> unused = directory.close().thenRun(() -> ended.complete(null));
    }
    return ended.minimalCompletionStage();
  }

  @Override
  public CompletionStage<Void> drain(Duration deadline) {
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("the deadline must not be negative, is " + deadline);
    }
    Surroundings started = surroundings.get();
    Carrier carrying = carrier.get();
    if (started == null || carrying == null || closed.get() || deadline.isZero()) {
      return close();
    }
    carrying.drain();
    drain.begin(Waits.bounded(deadline), started.runtime().timer());
    return ended.minimalCompletionStage();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if the server has not been started
   */
  @Override
  public SessionListener accept(EngineSession session) {
    Surroundings started = surroundings();
    if (closed.get()) {
      return refuse(session);
    }
    HandlerExecutor executor;
    try {
      executor = started.runtime().executors().apply(session.request());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "No executor for the handlers of a new connection, which is closed", e);
      return refuse(session);
    }
    Client client = new Client(this, started, session, executor);
    clients.add(client);
    drain.opened();
    client.open();
    if (closed.get()) {
      client.shutDown();
    }
    return client;
  }

  private static SessionListener refuse(EngineSession session) {
    session.close();
    return DeafListener.INSTANCE;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String path() {
    Carrier carrying = carrier.get();
    if (carrying == null) {
      throw new IllegalStateException("the configuration, which has the path, is not read yet");
    }
    return carrying.path();
  }

  @Override
  public SocketIO onConnectionError(Consumer<? super ConnectionError> listener) {
    connectionErrors.add(listener);
    return this;
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

  /** The parent of the namespaces of a template, which is known by that from now on. */
  public ParentNamespace of(NamespaceTemplate template) {
    return directory.parent(template);
  }

  /** The templates that it was asked for, as they were written. */
  public Set<String> templates() {
    return directory.templates();
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

  /**
   * Whether there is a namespace of a name, or one may be created for a client.
   *
   * @param name a name, or the {@link NamespaceTemplate} of several
   */
  public boolean expects(String name) {
    return directory.expects(name);
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

  /**
   * Registers what has the last word on each CONNECT: it is asked when all of the middleware has
   * let the client pass, whenever that was registered, and also where recovery skips the
   * middleware.
   *
   * @param namespace a namespace of this server's
   * @param guard refuses by an exception, as a middleware does
   */
  public void guard(SocketNamespace namespace, Middleware guard) {
    directory.of(namespace.name()).shared().guard(guard);
  }

  /**
   * Registers what has the last word on each CONNECT to children that will be created.
   *
   * @param parent a parent of this server's
   * @param guard refuses by an exception, as a middleware does
   */
  public void guard(ParentNamespace parent, Middleware guard) {
    ((DynamicParent) parent).shared().guard(guard);
  }

  /** Whether the middleware is not asked about a socket, because it has been recovered. */
  public boolean skipsMiddleware(Socket socket) {
    Surroundings known = surroundings.get();
    return known != null && known.options().recovery().skipMiddlewares() && socket.recovered();
  }

  NamespaceDirectory directory() {
    return directory;
  }

  Drain drain() {
    return drain;
  }

  /** How often limits are reached. */
  LimitCounters limits() {
    return limits;
  }

  /** Whether a limit is reached there for the first time; never, once so much has been news. */
  boolean isNews(Limit limit, String namespace) {
    return said.size() < MOST_NEWS && said.add(limit + namespace);
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

  /** Called by a client that is gone; its connection may have something to tell it still. */
  void forget(Client client) {
    clients.remove(client);
  }

  /** Called by a client whose connection is over. */
  void ended() {
    drain.ended();
  }

  @Override
  public String toString() {
    return "SocketIOServer[namespaces="
        + directory.all().size()
        + ", clients="
        + clients.size()
        + (closed.get() ? ", closed]" : "]");
  }
}
