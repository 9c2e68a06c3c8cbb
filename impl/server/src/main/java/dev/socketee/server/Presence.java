package dev.socketee.server;

import dev.socketee.DisconnectReason;
import dev.socketee.Limit;
import dev.socketee.spi.SessionCaller;
import dev.socketee.spi.SocketSession;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A socket in its namespace: who it is there, which rooms it is in, and its session, which a client
 * that comes back may claim. When it changes is the socket's decision.
 */
final class Presence {

  private final ServerSocket socket;
  private final Client client;
  private final LocalNamespace namespace;

  /** Completed when it is over, or refused, and its session is kept. */
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();

  /** Held while a session is given up. No code of the application runs under it. */
  private final ReentrantLock lock = new ReentrantLock();

  private volatile SocketIdentity identity;

  /** Whether broadcasts reach it. */
  private volatile boolean receiving;

  /** Whether it counts among the sockets of its namespace. */
  private final AtomicReference<Place> place = new AtomicReference<>(Place.NONE);

  /** Of one that is over, for those that are told of that next. */
  private volatile Set<String> lastRooms = Set.of();

  private enum Place {
    NONE,
    TAKEN,
    LEFT
  }

  Presence(ServerSocket socket, String id, Client client, LocalNamespace namespace) {
    this.socket = socket;
    this.client = client;
    this.namespace = namespace;
    identity = newIdentity(id);
  }

  private SocketIdentity newIdentity(String id) {
    boolean recoverable = namespace.recovery() != null && client.conduct().recovers();
    RoomIndex.Member<ServerSocket> member = member(id);
    return SocketIdentity.fresh(member, recoverable ? client.newSocketId() : null);
  }

  /** Its place in the index, once it is known who it is. */
  private RoomIndex.Member<ServerSocket> member(String id) {
    return new RoomIndex.Member<>(id, socket, namespace.options().roomsPerSocket());
  }

  SocketIdentity identity() {
    return identity;
  }

  boolean receiving() {
    return receiving;
  }

  // ---- its session

  /** It is one that was lost: it enters the rooms, and holds what comes. */
  void resume(SocketSession session) {
    SocketIdentity resumed = SocketIdentity.of(member(session.sid()), session);
    identity = resumed;
    namespace.index().receive(resumed.member(), socket.user());
    namespace.index().join(resumed.member(), session.rooms().toArray(String[]::new));
    receiving = true;
    if (!socket.isDisconnected()) {
      enlist(resumed); // its client may give up this attempt, unnoticed, and begin another
    }
    Recovery recovery = namespace.recovery();
    if (socket.isDisconnected() && recovery != null) { // it ended first: for the next attempt
      namespace.index().remove(resumed.member());
      recovery.keep(socket, resumed, session.rooms(), session.caller());
    }
  }

  /** It is a new one after all. */
  void renounce() {
    lock.lock();
    try {
      SocketIdentity before = identity;
      if (before.recovered()) {
        receiving = false;
        strike(before);
        identity = newIdentity(client.newSocketId());
        namespace.index().remove(before.member());
        socket.output().renounce();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * It is a new one if the session that it has is somebody else's. Once this has returned, nothing
   * of that is left, even if another thread has found out first.
   */
  void renounceUnlessOf(Caller caller) {
    lock.lock();
    try {
      SessionCaller owner = identity.owner();
      if (owner != null && !caller.isNamed(owner.user().orElse(null))) {
        renounce();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Whoever claims its session from now on takes it from this socket. */
  void enlist() {
    enlist(identity);
  }

  private void enlist(SocketIdentity known) {
    Recovery recovery = namespace.recovery();
    String pid = known.pid();
    if (recovery != null && pid != null) {
      recovery.enlist(socket, pid);
    }
  }

  private void strike(SocketIdentity known) {
    Recovery recovery = namespace.recovery();
    String pid = known.pid();
    if (recovery != null && pid != null) {
      recovery.strike(socket, pid);
    }
  }

  /** It is over: keeps the session, if the client can and may come back for it. */
  void keep(SocketState before, DisconnectReason reason, Set<String> rooms) {
    SocketIdentity ending = identity;
    boolean heard = before.joined() && socket.output().isRecoverable();
    Set<String> kept = heard ? rooms : ending.inherited(); // else its client knows nothing new yet
    SessionCaller owner = before.joined() ? socket.owner() : ownerOf(ending);
    letGo(ending, reason.recoverable() ? kept : null, owner);
  }

  /**
   * It may not join.
   *
   * @param forNow whether its client may come back for the session that it came with
   */
  void refused(boolean forNow) {
    SocketIdentity ending = identity;
    letGo(ending, forNow ? ending.inherited() : null, ownerOf(ending));
  }

  /**
   * Whose session it is of one that has not joined: a middleware may be about to say that it is
   * somebody else, whom it does not belong to.
   */
  private SessionCaller ownerOf(SocketIdentity ending) {
    SessionCaller inherited = ending.owner();
    return inherited == null ? socket.owner() : inherited;
  }

  /** Whoever waits for the end goes on, whether there are rooms to keep, and a session, or not. */
  private void letGo(SocketIdentity ending, @Nullable Set<String> rooms, SessionCaller owner) {
    strike(ending);
    Recovery recovery = namespace.recovery();
    if (recovery != null && rooms != null) {
      recovery.keep(socket, ending, rooms, owner);
    }
    over.complete(null);
  }

  /** When its session is kept, so that another socket can have it. */
  CompletionStage<@Nullable Void> over() {
    return over;
  }

  // ---- its place

  /** Has it count, until it leaves; answers whether there was a place. */
  boolean takePlace() {
    if (!namespace.places().take()) {
      return false;
    }
    if (!place.compareAndSet(Place.NONE, Place.TAKEN)) {
      namespace.places().free(); // it has left already
    }
    return true;
  }

  // ---- its rooms

  /** It has been accepted: broadcasts reach it. */
  void enter() {
    namespace.index().connect(identity.member(), socket.user());
    receiving = true;
  }

  /** Broadcasts reach it no more; answers the rooms that it was in. */
  Set<String> leave() {
    receiving = false;
    if (place.getAndSet(Place.LEFT) == Place.TAKEN) {
      namespace.places().free();
    }
    return namespace.index().remove(identity.member());
  }

  /** Has it answer, for a while, the rooms that it was in. */
  void remember(Set<String> left) {
    lastRooms = left;
  }

  Set<String> rooms() {
    Set<String> rooms = namespace.index().rooms(identity.member());
    return rooms.isEmpty() ? lastRooms : rooms;
  }

  /** Joins rooms, all or none; answers whether the socket may be in so many. */
  boolean join(String... rooms) {
    boolean joined = namespace.index().join(identity.member(), rooms);
    if (!joined) {
      client.limits().reached(Limit.ROOMS_PER_SOCKET);
    }
    return joined;
  }

  void leave(String room) {
    namespace.index().leave(identity.member(), room);
  }
}
