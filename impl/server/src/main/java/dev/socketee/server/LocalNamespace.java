package dev.socketee.server;

import dev.socketee.ConversionException;
import dev.socketee.EventListener;
import dev.socketee.Limit;
import dev.socketee.Middleware;
import dev.socketee.Room;
import dev.socketee.RoomListener;
import dev.socketee.ServerAcks;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.EventNames;
import dev.socketee.server.SocketIOServer.Surroundings;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.UserRooms;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A namespace and its sockets on this server. */
final class LocalNamespace extends BroadcastView implements SocketNamespace {

  /** Clients may choose the names of what is complained of, and must not fill the memory. */
  private static final int MOST_COMPLAINTS = 1_000;

  private final SocketIOServer server;
  private final String name;
  private final RoomEvents roomEvents =
      new RoomEvents(
          () -> surroundings().runtime().background(), () -> surroundings().runtime().timer());
  private final RoomIndex<ServerSocket> index = new RoomIndex<>(roomEvents);
  private final NodeSockets sockets = new NodeSockets(this);
  private final Broadcasts broadcasts = new Broadcasts(this, sockets);
  private final ServerEvents serverEvents;
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable Recovery recovery;
  private volatile @Nullable Settings settings;
  private final List<Middleware> middlewares;
  private final List<Consumer<? super Socket>> connectionListeners;
  private final SharedListeners shared;
  private final List<Consumer<? super Socket>> recoveryListeners = new CopyOnWriteArrayList<>();
  private final BroadcastOperator everyone = new BroadcastOperator(this, BroadcastOptions.EVERYONE);

  /** What {@link #complain} and {@link #untold} have told of, up to so many. */
  private final Set<String> complaints = ConcurrentHashMap.newKeySet();

  /** One counter for all sockets (reference 2.4). */
  private final AtomicLong ackIds = new AtomicLong();

  /** What is known once it has been started. */
  private record Settings(NamespaceOptions options, Places places) {}

  /** That of a child. */
  private final @Nullable ChildLife life;

  /**
   * Completed once those have been told that want to know of new namespaces; with a failure if it
   * could not be started.
   */
  private final CompletableFuture<@Nullable Void> announced = new CompletableFuture<>();

  /**
   * A namespace that nobody knows yet.
   *
   * @param life that of a child, which takes over what its parent has; {@code null} for others
   */
  LocalNamespace(SocketIOServer server, String name, @Nullable ChildLife life) {
    this.server = server;
    this.name = name;
    this.serverEvents = new ServerEvents(name);
    this.life = life;
    if (life == null) {
      middlewares = new CopyOnWriteArrayList<>();
      connectionListeners = new CopyOnWriteArrayList<>();
      shared = new SharedListeners();
    } else {
      DynamicParent parent = life.parent();
      middlewares = new CopyOnWriteArrayList<>(parent.middlewares());
      connectionListeners = new CopyOnWriteArrayList<>(parent.connectionListeners());
      shared = new SharedListeners(parent.shared());
      parent.others().forEach(listener -> listener.accept(this));
    }
  }

  /** The server has been started; only the first call counts. */
  void start(Surroundings surroundings) {
    if (started.compareAndSet(false, true)) {
      NamespaceOptions own = surroundings.options().namespaces().of(name);
      settings = new Settings(own, new Places(own.maxSockets()));
      serverEvents.start(own, surroundings.runtime(), limits());
      RecoveryOptions recovering = surroundings.options().recovery();
      if (recovering.enabled()) {
        recovery = new Recovery(this, broadcasts::adapter, recovering);
      }
      broadcasts.start(surroundings);
    }
  }

  SocketIOServer server() {
    return server;
  }

  Surroundings surroundings() {
    return server.surroundings();
  }

  /** Its options, once it has been started; before that, it has no sockets. */
  NamespaceOptions options() {
    return Objects.requireNonNull(settings, "not started").options();
  }

  /** The places for its sockets; likewise. */
  Places places() {
    return Objects.requireNonNull(settings, "not started").places();
  }

  /** A client was refused, because there is no place for its socket. */
  void full() {
    limits().reached(Limit.MAX_SOCKETS);
    SocketIOServer.LOG.log(
        server.isNews(Limit.MAX_SOCKETS, name) ? Level.WARNING : Level.DEBUG,
        "Refusing a socket of {0}, which has {1} already, because of max-sockets (said once; for"
            + " every time set this logger to DEBUG)",
        name,
        options().maxSockets());
  }

  LimitCounters limits() {
    return server.limits();
  }

  /** What there is between the decision to close the server and its end. */
  Drain drain() {
    return server.drain();
  }

  /** Who is told of the life of its sockets. */
  Watched watched() {
    return server.watched();
  }

  @Nullable ChildLife life() {
    return life;
  }

  CompletableFuture<@Nullable Void> announced() {
    return announced;
  }

  boolean isAnnounced() {
    return announced.isDone() && !announced.isCompletedExceptionally();
  }

  /** Somebody wants to connect; answers whether it exists still, then {@link #exit} is owed. */
  boolean enter() {
    return life == null || life.enter();
  }

  /** Whether it is one that nobody can enter any more. */
  boolean isOver() {
    return life != null && life.isOver();
  }

  /** Who has entered is gone. */
  void exit() {
    if (life != null) {
      life.exit(this);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public SocketNamespace use(Middleware middleware) {
    middlewares.add(middleware);
    return this;
  }

  @Override
  public SocketNamespace onConnection(Consumer<? super Socket> listener) {
    connectionListeners.add(listener);
    return this;
  }

  @Override
  public Collection<Socket> connectedSockets() {
    return sockets.sockets(BroadcastOptions.EVERYONE);
  }

  /** Whom the options mean, on this server. */
  List<ServerSocket> targets(BroadcastOptions options) {
    return index.targets(options.rooms().isEmpty() ? null : options.rooms(), options.except());
  }

  @Override
  public Optional<Socket> socket(String id) {
    return index.byId(id).map(Socket.class::cast);
  }

  @Override
  public Room room(String room) {
    return new RoomView(this, room, everyone.to(room));
  }

  @Override
  BroadcastOperator targets() {
    return everyone;
  }

  @Override
  public void serverSideEmit(String event, @Nullable Object... arguments) {
    broadcasts.serverSideEmit(event, arguments);
  }

  @Override
  public CompletionStage<ServerAcks> serverSideEmitWithAck(
      Duration timeout, String event, @Nullable Object... arguments) {
    return broadcasts.serverSideEmitWithAck(timeout, event, arguments);
  }

  @Override
  public SocketNamespace onServerEvent(String event, EventListener listener) {
    serverEvents.on(event, listener);
    return this;
  }

  @Override
  public SocketNamespace onRoom(RoomListener listener) {
    roomEvents.add(listener);
    return this;
  }

  @Override
  public SocketNamespace onRecoveryFailed(Consumer<? super Socket> listener) {
    recoveryListeners.add(listener);
    return this;
  }

  /** Encodes an event. */
  Emission emission(String event, @Nullable Object... arguments) {
    return emission(codec(), event, arguments);
  }

  /** Encodes an event of any namespace. */
  static Emission emission(ValueCodec codec, String event, @Nullable Object... arguments) {
    List<@Nullable Object> values = new ArrayList<>(1 + arguments.length);
    values.add(event);
    values.addAll(Arrays.asList(arguments));
    return codec.encode(values);
  }

  private ValueCodec codec() {
    return surroundings().runtime().codec();
  }

  /** The frames of an event, once for however many sockets of this namespace. */
  List<EngineFrame> frames(long ackId, Emission emission, boolean compress) {
    List<EngineFrame> frames =
        surroundings()
            .options()
            .format()
            .event(name, ackId, emission.json(), emission.attachments())
            .frames();
    return compress ? frames : frames.stream().map(EngineFrame::uncompressed).toList();
  }

  static void requireNotReserved(String event) {
    if (EventNames.isReserved(Objects.requireNonNull(event, "event"))) {
      throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
    }
  }

  /**
   * Says, once for each event, that a client has sent what its listener cannot take. That may be a
   * mistake of the application, which has to know; it may be a client that does so on purpose,
   * which must not fill the log. After {@value #MOST_COMPLAINTS} complaints nothing is news.
   */
  void complain(String event, ConversionException unreadable) {
    SocketIOServer.LOG.log(
        isNews(event) ? Level.WARNING : Level.DEBUG,
        "\"{0}\" of {1} was not delivered: {2} (said once; for every time set this logger to DEBUG)",
        event,
        name,
        unreadable.getMessage());
  }

  /** Says, once for each key, what other servers are not told of the data of sockets. */
  void untold(String key, IllegalArgumentException why) {
    SocketIOServer.LOG.log(
        isNews("data " + key) ? Level.WARNING : Level.DEBUG,
        "\"{0}\" in the data of a socket of {1} is not told to other servers: {2} (said once)",
        key,
        name,
        why.getMessage());
  }

  private boolean isNews(String complaint) {
    return complaints.size() < MOST_COMPLAINTS && complaints.add(complaint);
  }

  long nextAckId() {
    return ackIds.getAndIncrement();
  }

  /** What beans listen to. */
  SharedListeners shared() {
    return shared;
  }

  RoomIndex<ServerSocket> index() {
    return index;
  }

  List<Middleware> middlewares() {
    return middlewares;
  }

  List<Consumer<? super Socket>> connectionListeners() {
    return connectionListeners;
  }

  List<Consumer<? super Socket>> recoveryListeners() {
    return recoveryListeners;
  }

  NodeSockets sockets() {
    return sockets;
  }

  Broadcasts broadcasts() {
    return broadcasts;
  }

  /** What lets clients go on where they were; {@code null} if they cannot. */
  @Nullable Recovery recovery() {
    return recovery;
  }

  @Override
  public Set<String> users() {
    return index.users();
  }

  @Override
  public boolean userConnected(String name) {
    return index.size(UserRooms.of(name)) > 0;
  }

  RoomEvents roomEvents() {
    return roomEvents;
  }

  ServerEvents serverEvents() {
    return serverEvents;
  }

  @Override
  public String toString() {
    return "Namespace[" + name + ", " + index + "]";
  }
}
