package dev.socketee.server;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.MissedEvent;
import dev.socketee.spi.SocketSession;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The adapter of a server that is alone and recovers sessions (reference 2.9).
 *
 * <p>One lock guards the log and the sessions. Under it an event is logged and queued for its
 * sockets, so that every socket gets events in the order of the log, and what is behind an offset
 * is what a client has missed. Nothing is encoded or written under it, and nobody is called but the
 * outboxes.
 */
final class RecoveringAdapter extends InMemoryAdapter {

  private static final Duration LONGEST_ROUND = Duration.ofSeconds(60);

  private final NodeSockets sockets;
  private final RecoveryOptions options;
  private final Offsets offsets;
  private final AtomicBoolean dropping = new AtomicBoolean();

  private final ReentrantLock lock = new ReentrantLock();
  private final EventLog log;
  private final Map<String, Kept> sessions = new LinkedHashMap<>();
  private @Nullable Runnable cancelRound;
  private boolean closed;

  /**
   * A session that nobody has claimed, or one that a claimant is being asked about.
   *
   * @param claimed keeps its place meanwhile: if the claimant is not the right one, it comes back
   *     as it was, no younger
   */
  private record Kept(SocketSession session, long since, boolean claimed) {

    @SuppressWarnings("ReferenceEquality") // an equal one can be of a later loss
    boolean isOf(SocketSession other) {
      return session == other;
    }

    Kept claimed(boolean value) {
      return new Kept(session, since, value);
    }
  }

  RecoveringAdapter(NodeSockets sockets, RecoveryOptions options) {
    super(sockets);
    this.sockets = sockets;
    this.options = options;
    this.log = new EventLog(options.packets(), options.bytes());
    long started = sockets.nanoTime();
    long base = System.currentTimeMillis();
    this.offsets =
        new Offsets(() -> base + TimeUnit.NANOSECONDS.toMillis(sockets.nanoTime() - started));
  }

  @Override
  public void broadcast(Emission event, BroadcastOptions whom) {
    if (whom.isVolatile()) {
      super.broadcast(event, whom);
      return;
    }
    String offset = offsets.next();
    List<EngineFrame> packet = sockets.frames(event, whom, offset);
    NodeSockets.Queued queued;
    int dropped;
    lock.lock();
    try {
      dropped = log.add(offset, event, whom, sockets.nanoTime());
      tidyLater();
      queued = sockets.enqueue(packet, event, whom, offset);
    } finally {
      lock.unlock();
    }
    queued.write();
    if (dropped > 0) {
      complain("events", dropped);
    }
  }

  @Override
  public void persistSession(SocketSession session) {
    boolean forgotten = false;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      Kept before = sessions.get(session.pid());
      if (before != null && before.isOf(session)) {
        sessions.put(session.pid(), before.claimed(false));
      } else {
        sessions.remove(session.pid()); // the map is in the order of the losses
        sessions.put(session.pid(), new Kept(session, sockets.nanoTime(), false));
      }
      if (sessions.size() > options.sessions()) {
        Iterator<Kept> oldest = sessions.values().iterator();
        oldest.next();
        oldest.remove();
        forgotten = true;
      }
      tidyLater();
    } finally {
      lock.unlock();
    }
    if (forgotten) {
      complain("sessions", 1);
    }
  }

  @Override
  public CompletionStage<Optional<List<MissedEvent>>> restoreSession(
      String pid, String offset, Consumer<SocketSession> resume) {
    SocketSession session = take(pid, offset);
    if (session == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    try {
      resume.accept(session);
    } finally {
      taken(session);
    }
    Set<String> addresses = session.addresses();
    lock.lock();
    try {
      return CompletableFuture.completedFuture(log.after(offset, addresses));
    } finally {
      lock.unlock();
    }
  }

  private @Nullable SocketSession take(String pid, String offset) {
    lock.lock();
    try {
      Kept kept = sessions.get(pid);
      if (kept == null || kept.claimed()) {
        return null;
      }
      if (kept.since() - oldest() <= 0 || !log.contains(offset)) {
        sessions.remove(pid);
        return null;
      }
      sessions.put(pid, kept.claimed(true));
      return kept.session();
    } finally {
      lock.unlock();
    }
  }

  /** Whoever claimed a session has it now, unless it has come back. */
  private void taken(SocketSession session) {
    lock.lock();
    try {
      Kept kept = sessions.get(session.pid());
      if (kept != null && kept.isOf(session) && kept.claimed()) {
        sessions.remove(session.pid());
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is from before this is too old. */
  private long oldest() {
    return sockets.nanoTime() - options.maxDisconnection().toNanos();
  }

  /** Under the lock. While there is something to forget, it is looked for now and then. */
  private void tidyLater() {
    if (cancelRound == null && !closed) {
      Duration most = options.maxDisconnection();
      cancelRound =
          sockets.schedule(most.compareTo(LONGEST_ROUND) < 0 ? most : LONGEST_ROUND, this::tidy);
    }
  }

  private void tidy() {
    lock.lock();
    try {
      cancelRound = null;
      long oldest = oldest();
      log.expire(oldest);
      sessions.values().removeIf(kept -> kept.since() - oldest <= 0);
      if (!log.isEmpty() || !sessions.isEmpty()) {
        tidyLater();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Counts, and says so once. */
  private void complain(String what, int number) {
    for (int i = 0; i < number; i++) {
      sockets.recoveryDropped();
    }
    SocketIOServer.LOG.log(
        dropping.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
        "More {0} of {1} are to be kept for recovery than allowed: the oldest are dropped, and"
            + " clients that miss them begin anew (said once)",
        what,
        sockets.namespace());
  }

  @Override
  public CompletionStage<Void> close() {
    lock.lock();
    try {
      closed = true;
      log.clear();
      sessions.clear();
      if (cancelRound != null) {
        cancelRound.run();
        cancelRound = null;
      }
    } finally {
      lock.unlock();
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "RecoveringAdapter[" + log + ", sessions=" + sessions.size() + "]";
    } finally {
      lock.unlock();
    }
  }
}
