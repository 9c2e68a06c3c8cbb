package dev.socketee.server;

import dev.socketee.spi.SessionCaller;
import dev.socketee.spi.SocketSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Who a socket is: a new one, or one that was lost and has been taken up again. */
final class SocketIdentity {

  private final RoomIndex.Member<ServerSocket> member;
  private final @Nullable String pid;
  private final ConcurrentMap<String, Object> data;
  private final @Nullable SocketSession session;
  private final AtomicBoolean kept = new AtomicBoolean();

  private SocketIdentity(
      RoomIndex.Member<ServerSocket> member,
      @Nullable String pid,
      ConcurrentMap<String, Object> data,
      @Nullable SocketSession session) {
    this.member = member;
    this.pid = pid;
    this.data = data;
    this.session = session;
  }

  /**
   * A new one.
   *
   * @param member its place in the index
   * @param pid the private id, {@code null} if nothing is recovered
   */
  static SocketIdentity fresh(RoomIndex.Member<ServerSocket> member, @Nullable String pid) {
    return new SocketIdentity(member, pid, new ConcurrentHashMap<>(), null);
  }

  /** One that was lost. Its data is the same map, if it never left this process. */
  static SocketIdentity of(RoomIndex.Member<ServerSocket> member, SocketSession session) {
    Map<String, Object> data = session.data();
    return new SocketIdentity(
        member,
        session.pid(),
        data instanceof ConcurrentMap<String, Object> same ? same : new ConcurrentHashMap<>(data),
        session);
  }

  String id() {
    return member.id();
  }

  @Nullable String pid() {
    return pid;
  }

  ConcurrentMap<String, Object> data() {
    return data;
  }

  boolean recovered() {
    return session != null;
  }

  /** Whose session it has; {@code null} unless it has been recovered. */
  @Nullable SessionCaller owner() {
    return session == null ? null : session.caller();
  }

  /** The rooms that it came with; {@code null} unless it has been recovered. */
  @Nullable Set<String> inherited() {
    return session == null ? null : session.rooms();
  }

  RoomIndex.Member<ServerSocket> member() {
    return member;
  }

  /** Whether nobody has asked this before: a session is kept once. */
  boolean keep() {
    return kept.compareAndSet(false, true);
  }
}
