package dev.socketee.server;

import dev.socketee.spi.Adapter;
import dev.socketee.spi.Emission;
import dev.socketee.spi.MissedEvent;
import dev.socketee.spi.SessionCaller;
import dev.socketee.spi.SocketSession;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets the clients of a namespace go on where they were (reference 2.9). What is kept of them is
 * the adapter's business; here is decided who asks for what, and in which order things happen:
 *
 * <ol>
 *   <li>If the socket that a client was is still there, because the server has not noticed the end
 *       of its connection, that is ended first, and its session kept.
 *   <li>The session is taken, so that it is used once. If the new connection ends before its
 *       CONNECT was accepted, or there is no place for the new socket, it is kept again.
 *   <li>The new socket enters the rooms of the old one, and holds what it is sent from then on.
 *   <li>What has been missed is found. What is among it and also held is dropped from what is held.
 *   <li>Once accepted, the client is sent what it has missed, the CONNECT, and what was held.
 * </ol>
 */
final class Recovery {

  private static final CompletionStage<@Nullable Void> DONE =
      CompletableFuture.completedFuture(null);

  private final LocalNamespace namespace;
  private final Supplier<Adapter> adapter;
  private final RecoveryOptions options;
  private final Map<String, ServerSocket> live = new ConcurrentHashMap<>();

  Recovery(LocalNamespace namespace, Supplier<Adapter> adapter, RecoveryOptions options) {
    this.namespace = namespace;
    this.adapter = adapter;
    this.options = options;
  }

  /** What a client says that wants to go on. */
  private record Claim(String pid, String offset) {}

  boolean skipMiddlewares() {
    return options.skipMiddlewares();
  }

  /** A CONNECT has come: has it decided, now or when the session is there. */
  void open(ServerSocket socket, @Nullable String auth) {
    Claim claim = claim(auth);
    if (claim == null) {
      socket.admit(false);
      return;
    }
    ServerSocket before = live.get(claim.pid());
    if (before != null && !before.isOfCaller(socket)) {
      withheld(socket);
      socket.admit(true);
      return;
    }
    CompletionStage<@Nullable Void> over = before == null ? DONE : before.supersede();
    CompletionStage<Optional<List<MissedEvent>>> restored =
        over.thenCompose(
            nothing -> adapter.get().restoreSession(claim.pid(), claim.offset(), socket::resume));
    CompletionStage<Void> unused =
        restored
            .exceptionally(this::unknown)
            .thenAccept(missed -> decide(socket, missed))
            .exceptionally(failure -> abandon(socket, failure));
  }

  private Optional<List<MissedEvent>> unknown(Throwable failure) {
    SocketIOServer.LOG.log(
        Level.WARNING, "A session of " + namespace.name() + " could not be restored", failure);
    return Optional.empty();
  }

  private void decide(ServerSocket socket, Optional<List<MissedEvent>> missed) {
    // Of a session that was withheld from it, the adapter has answered the events, too.
    boolean recovered = replayed(socket, missed) && socket.recovered();
    if (!recovered) {
      socket.renounce();
    }
    socket.admit(!recovered);
  }

  /** Answers also no if there is something among the events that no adapter may answer. */
  private boolean replayed(ServerSocket socket, Optional<List<MissedEvent>> missed) {
    try {
      if (missed.isEmpty() || !fits(missed.get())) {
        return false;
      }
      socket.output().replay(missed.get());
      return true;
    } catch (RuntimeException e) {
      Optional<List<MissedEvent>> unused = unknown(e);
      return false;
    }
  }

  /** Neither the old socket nor a new one: its client is not to wait until it gives up. */
  private @Nullable Void abandon(ServerSocket socket, Throwable failure) {
    SocketIOServer.LOG.log(
        Level.ERROR, "A CONNECT to " + namespace.name() + " could not be decided", failure);
    socket.conn().close();
    return null;
  }

  /** A client that has missed more than may wait for it begins anew. */
  private boolean fits(List<MissedEvent> missed) {
    long bytes = 0;
    for (MissedEvent event : missed) {
      bytes += EventLog.size(event.event());
    }
    NamespaceOptions most = namespace.options();
    return missed.size() <= most.mailboxEvents() && bytes <= most.mailboxBytes();
  }

  private @Nullable Claim claim(@Nullable String auth) {
    if (auth == null || !auth.contains("\"pid\"")) {
      return null;
    }
    Object value;
    try {
      value = namespace.sockets().decode(new Emission(auth, List.of()));
    } catch (IllegalArgumentException e) {
      SocketIOServer.LOG.log(Level.DEBUG, "The payload of a CONNECT cannot be read", e);
      return null;
    }
    return value instanceof Map<?, ?> map
            && map.get("pid") instanceof String pid
            && map.get("offset") instanceof String offset
        ? new Claim(pid, offset)
        : null;
  }

  /** From now on, a client that claims this session takes it from this socket. */
  void enlist(ServerSocket socket, String pid) {
    live.put(pid, socket);
    if (socket.isDisconnected()) {
      strike(socket, pid);
    }
  }

  /** This socket has no session any more. */
  void strike(ServerSocket socket, String pid) {
    live.remove(pid, socket);
  }

  /** The connection of a socket was lost, or it was turned away. */
  void keep(ServerSocket socket, SocketIdentity identity, Set<String> rooms, SessionCaller owner) {
    String pid = identity.pid();
    if (pid != null && identity.keep()) {
      try {
        adapter
            .get()
            .persistSession(new SocketSession(identity.id(), pid, rooms, identity.data(), owner));
      } catch (RuntimeException | Error e) { // a client waits for the end of this socket
        SocketIOServer.LOG.log(Level.WARNING, "The session of " + socket + " is lost", e);
      }
    }
  }

  /** Somebody claims a session who is not the one that it was lost by: it is kept for that one. */
  void withhold(ServerSocket claimant, SocketSession session) {
    withheld(claimant);
    try {
      adapter.get().persistSession(session);
    } catch (RuntimeException e) {
      SocketIOServer.LOG.log(Level.WARNING, "The session of another caller is lost", e);
    }
  }

  private static void withheld(ServerSocket claimant) {
    SocketIOServer.LOG.log(
        Level.DEBUG, "{0} claims the session of another caller, and begins anew", claimant);
  }

  /** How many could be superseded; for tests. */
  int size() {
    return live.size();
  }
}
