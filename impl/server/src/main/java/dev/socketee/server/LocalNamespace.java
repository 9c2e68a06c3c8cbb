package dev.socketee.server;

import dev.socketee.ConversionException;
import dev.socketee.Middleware;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketNamespace;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.EventNames;
import dev.socketee.protocol.socket.SocketPacket;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A namespace and its sockets on this server. */
final class LocalNamespace extends BroadcastView implements SocketNamespace {

  private final SocketIOServer server;
  private final String name;
  private final RoomIndex<ServerSocket> index = new RoomIndex<>();
  private final List<Middleware> middlewares = new CopyOnWriteArrayList<>();
  private final List<Consumer<? super Socket>> connectionListeners = new CopyOnWriteArrayList<>();
  private final SharedListeners shared = new SharedListeners();
  private final BroadcastOperator everyone = new BroadcastOperator(this, BroadcastOptions.EVERYONE);

  /** The events of {@link #complain}: no more than there are listeners for. */
  private final Set<String> complaints = ConcurrentHashMap.newKeySet();

  /** One counter for all sockets (reference 2.4). */
  private final AtomicLong ackIds = new AtomicLong();

  LocalNamespace(SocketIOServer server, String name) {
    this.server = server;
    this.name = name;
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
    return Collections.unmodifiableList(index.targets(null, Set.of()));
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

  /** Encodes and frames once, if there is anybody to send it to. */
  void broadcast(BroadcastOptions options, String event, @Nullable Object... arguments) {
    requireNotReserved(event);
    List<ServerSocket> targets = index.targets(options.rooms(), options.except());
    if (targets.isEmpty()) {
      return;
    }
    Emission emission = emission(event, arguments);
    List<EngineFrame> packet = packet(SocketPacket.NO_ACK, emission).frames();
    OutgoingEvent outgoing = new OutgoingEvent(emission, codec());
    for (ServerSocket target : targets) {
      outgoing.tell(target);
      target.output().deliver(packet, options.isVolatile());
    }
  }

  /** Encodes an event. */
  Emission emission(String event, @Nullable Object... arguments) {
    List<@Nullable Object> values = new ArrayList<>(1 + arguments.length);
    values.add(event);
    values.addAll(Arrays.asList(arguments));
    return codec().encode(values);
  }

  private ValueCodec codec() {
    return server.surroundings().runtime().codec();
  }

  /** An event to some sockets of this namespace. */
  EncodedPacket packet(long ackId, Emission emission) {
    return server
        .surroundings()
        .options()
        .format()
        .event(name, ackId, emission.array(), emission.attachments());
  }

  static void requireNotReserved(String event) {
    if (EventNames.isReserved(Objects.requireNonNull(event, "event"))) {
      throw new IllegalArgumentException("\"" + event + "\" is a reserved event name");
    }
  }

  /**
   * Says, once for each event, that a client has sent what its listener cannot take. That may be a
   * mistake of the application, which has to know; it may be a client that does so on purpose,
   * which must not fill the log.
   */
  void complain(String event, ConversionException unreadable) {
    SocketIOServer.LOG.log(
        complaints.add(event) ? Level.WARNING : Level.DEBUG,
        "\"{0}\" of {1} was not delivered: {2} (said once; for every time set this logger to DEBUG)",
        event,
        name,
        unreadable.getMessage());
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

  @Override
  public String toString() {
    return "Namespace[" + name + ", " + index + "]";
  }
}
