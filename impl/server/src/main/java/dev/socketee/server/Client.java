package dev.socketee.server;

import dev.socketee.Connection;
import dev.socketee.DisconnectReason;
import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.Timer;
import dev.socketee.engine.Timer.Timeout;
import dev.socketee.engine.TransportName;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.server.SocketIOServer.Surroundings;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection and its sockets: reads packets and decides, on the container's thread, what the
 * protocol makes of them. Code of the application never runs here, unless it says that it does not
 * block.
 *
 * <p>One lock guards the decoder, because a client that breaks the rules can make two calls
 * overlap, and the sockets. Nothing is sent and no socket is called under it; timers are set.
 */
final class Client implements SessionListener {

  private final SocketIOServer server;
  private final Surroundings surroundings;
  private final EngineSession session;
  private final Conduct conduct;
  private final HandlerExecutor executor;
  private final Caller authenticated;
  private final Instant issued = Instant.now();

  private final ReentrantLock lock = new ReentrantLock();
  private final PacketReader reader;

  private final Memberships memberships;

  private final Joining joining;
  private @Nullable Timeout connectTimeout;
  private final AttachmentWatch attachments;
  private boolean exited;

  /** All sockets are being disconnected: no other one may get its CONNECT any more. */
  private boolean dismissing;

  private final ConnectionView connection;

  /** Why this side closes the connection. */
  private volatile @Nullable String fault;

  Client(
      SocketIOServer server,
      Surroundings surroundings,
      EngineSession session,
      HandlerExecutor executor) {
    this.server = server;
    this.surroundings = surroundings;
    this.session = session;
    this.conduct = Conduct.of(session);
    this.executor = executor;
    authenticated = Caller.of(session.request());
    connection = new ConnectionView(session);
    reader = format().reader(options().decoderLimits());
    memberships = new Memberships(options().namespacesPerConnection());
    joining = new Joining(this, server.directory(), lock, memberships);
    attachments =
        new AttachmentWatch(
            lock,
            timer(),
            options().attachmentTimeout(),
            () -> !exited && reader.isPending(),
            () -> abort(Limit.ATTACHMENT_TIMEOUT, "attachments that did not arrive in time"));
  }

  /** A packet with what the decision on it needs. */
  private record Received(SocketPacket packet, @Nullable ServerSocket socket, long size) {}

  /** Gives the client some time to join a namespace. */
  void open() {
    lock.lock();
    try {
      if (!exited) {
        connectTimeout =
            timer()
                .schedule(
                    options().connectTimeout(),
                    () -> abort(Limit.CONNECT_TIMEOUT, "no namespace joined"));
      }
    } finally {
      lock.unlock();
    }
    if (conduct.joinsRoot()) {
      joining.connect(new SocketPacket.Connect(SocketPacket.ROOT, null));
    }
  }

  // ---- what the engine tells

  @Override
  public void onText(String data, TransportName carrier) {
    receive(reader -> reader.text(data), carrier);
  }

  @Override
  public void onBinary(byte[] data, TransportName carrier) {
    receive(reader -> reader.binary(data), carrier);
  }

  private void receive(
      Function<PacketReader, Optional<SocketPacket>> message, TransportName carrier) {
    try {
      decide(read(message), carrier);
    } catch (ProtocolException e) {
      server.limits().broken(e.error());
      abort(e.getMessage());
    }
  }

  @Override
  public void onClose(CloseReason reason, @Nullable String description) {
    String details = description == null ? fault : description;
    exit(DisconnectReasons.of(reason), details);
    connection.ended(DisconnectReasons.of(reason), details);
    server.ended();
  }

  private @Nullable Received read(Function<PacketReader, Optional<SocketPacket>> message) {
    lock.lock();
    try {
      if (exited) {
        return null;
      }
      boolean begun = reader.isPending();
      Optional<SocketPacket> packet = message.apply(reader).map(conduct::understand);
      if (packet.isEmpty() && !begun) {
        attachments.await();
      }
      return packet.isEmpty()
          ? null
          : new Received(packet.get(), memberships.get(packet.get().namespace()), reader.size());
    } finally {
      lock.unlock();
    }
  }

  private void decide(@Nullable Received received, TransportName carrier) {
    if (received == null) {
      return;
    }
    SocketPacket packet = received.packet();
    String forbidden =
        switch (packet.type()) {
          case CONNECT -> joining.connect((SocketPacket.Connect) packet);
          case DISCONNECT, EVENT, ACK -> passOn(received, carrier);
          case CONNECT_ERROR, BINARY_EVENT, BINARY_ACK ->
              throw new IllegalStateException(
                  packet.type().name()); // the decoder has none of these
        };
    if (forbidden != null) {
      abort(forbidden);
    }
  }

  /** What a CONNECT brings with it. */
  Handshake handshake(@Nullable String auth) {
    return new HandshakeView(session.request(), issued, auth, codec());
  }

  ServerSocket socket(LocalNamespace namespace, Handshake handshake) {
    String id = conduct.socketId(server.newSocketId(), session, namespace.name());
    return new ServerSocket(id, this, namespace, handshake);
  }

  private @Nullable String passOn(Received received, TransportName carrier) {
    ServerSocket socket = received.socket();
    if (socket != null && socket.joined()) {
      socket.receive(received.packet(), received.size(), carrier);
      return null;
    }
    // One that is over is about to be dismissed by another thread.
    return socket != null && socket.isDisconnected()
        ? null
        : strayed(received.packet().namespace());
  }

  /**
   * A packet for a namespace that the client is not in ends the connection. The reference does that
   * also if the client could not know yet that the server has disconnected it there, to the loss of
   * its other namespaces; here such a packet is ignored.
   */
  private @Nullable String strayed(String namespace) {
    lock.lock();
    try {
      return memberships.dismissed(namespace)
          ? null
          : "a packet for a namespace that was not joined";
    } finally {
      lock.unlock();
    }
  }

  // ---- what the sockets tell

  /** A socket was accepted. */
  void accepted() {
    lock.lock();
    try {
      connectTimeout = cancel(connectTimeout);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a CONNECT, unless all sockets are being disconnected: who does that finds each socket
   * connected that the client can take for connected, and so can tell it of the end.
   *
   * @param connected has the socket count as connected; runs under the lock
   */
  void welcome(List<EngineFrame> connect, Runnable connected) {
    boolean queued = false;
    lock.lock();
    try {
      if (!dismissing) {
        queued = session.enqueue(connect);
        connected.run();
      }
    } finally {
      lock.unlock();
    }
    if (queued) {
      session.writeQueued(connect);
    }
  }

  /** Tells that it may not join a namespace. */
  void refuse(String namespace, Refusal refusal) {
    session.send(format().connectError(namespace, conduct.refusal(refusal)).frames());
  }

  /** A socket is over. */
  void left(ServerSocket socket) {
    lock.lock();
    try {
      memberships.remove(socket);
    } finally {
      lock.unlock();
    }
  }

  /** A socket is over, and the client does not know. */
  void dismissed(ServerSocket socket) {
    lock.lock();
    try {
      memberships.dismiss(socket);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The client asks for more than it may have. Said aloud, because the limit may be too low; but
   * once, because it may be a client that does so on purpose, which must not fill the log.
   *
   * @param namespace where; empty if that does not matter
   */
  void overrun(Limit limit, String namespace, String what) {
    SocketIOServer.LOG.log(
        server.isNews(limit, namespace) ? Level.WARNING : Level.DEBUG,
        "Closing a connection from {0}: {1} (said once; for every time set this logger to DEBUG)",
        session.request().address(),
        what);
    abort(limit, what);
  }

  /**
   * Something of the client is dropped. Said aloud once, as {@link #overrun} does.
   *
   * @param namespace where
   */
  void dropped(Limit limit, String namespace, String what) {
    server.limits().reached(limit);
    SocketIOServer.LOG.log(
        server.isNews(limit, namespace) ? Level.WARNING : Level.DEBUG,
        "Dropping an event from {0}: {1} (said once; for every time set this logger to DEBUG)",
        session.request().address(),
        what);
  }

  // ---- the end

  /** Disconnects all sockets, with that reason if there is one, and closes the connection. */
  void disconnect(@Nullable Object reason) {
    lock.lock();
    try {
      dismissing = true;
    } finally {
      lock.unlock();
    }
    sockets().forEach(socket -> socket.leave(reason));
    close();
  }

  private List<ServerSocket> sockets() {
    lock.lock();
    try {
      return memberships.sockets();
    } finally {
      lock.unlock();
    }
  }

  /** The client has come back on another connection: this one is dead, whatever it looks like. */
  void supersede() {
    exit(DisconnectReason.TRANSPORT_CLOSE, "the client has come back on another connection");
    session.close();
  }

  /** The server is being closed. */
  void shutDown() {
    exit(DisconnectReason.SERVER_SHUTTING_DOWN, null);
  }

  private void abort(Limit limit, String why) {
    server.limits().reached(limit);
    abort(why);
  }

  /** Closes the connection for something that the client did. */
  private void abort(@Nullable String why) {
    SocketIOServer.LOG.log(
        Level.DEBUG, "Closing a connection from {0}: {1}", session.request().address(), why);
    fault = why;
    close();
  }

  /**
   * The reference tells by the reason whether the session could be closed at once (reference 2.6).
   */
  private void close() {
    session.close();
    exit(
        session.closed() ? DisconnectReason.FORCED_CLOSE : DisconnectReason.FORCED_SERVER_CLOSE,
        fault);
  }

  /** The one way out. */
  private void exit(DisconnectReason reason, @Nullable String description) {
    List<ServerSocket> left;
    List<NamespaceSearch> searches;
    lock.lock();
    try {
      if (exited) {
        return;
      }
      exited = true;
      left = memberships.sockets();
      searches = memberships.searches();
      memberships.close();
      connectTimeout = cancel(connectTimeout);
      attachments.cancel();
    } finally {
      lock.unlock();
    }
    server.forget(this);
    searches.forEach(NamespaceSearch::cancel);
    left.forEach(socket -> socket.end(reason, description));
  }

  private static @Nullable Timeout cancel(@Nullable Timeout timeout) {
    if (timeout != null) {
      timeout.cancel();
    }
    return null;
  }

  // ---- what it has

  /** An id that nobody can guess. */
  String newSocketId() {
    return server.newSocketId();
  }

  ServerOptions options() {
    return surroundings.options();
  }

  LimitCounters limits() {
    return server.limits();
  }

  WireFormat format() {
    return options().format();
  }

  ValueCodec codec() {
    return surroundings.runtime().codec();
  }

  Timer timer() {
    return surroundings.runtime().timer();
  }

  EngineSession session() {
    return session;
  }

  Connection connection() {
    return connection;
  }

  Conduct conduct() {
    return conduct;
  }

  /** Whom the container has authenticated, if anybody. */
  Caller authenticated() {
    return authenticated;
  }

  HandlerExecutor executor() {
    return executor;
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "Client[" + memberships + (exited ? ", exited]" : "]");
    } finally {
      lock.unlock();
    }
  }
}
