package dev.socketee.server;

import dev.socketee.spi.SocketSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Who a socket is: a new one, or one that was lost and has been taken up again. */
final class SocketIdentity {

  private final String id;
  private final @Nullable String pid;
  private final ConcurrentMap<String, Object> data;
  private final @Nullable SocketSession session;
  private final RoomIndex.Member<ServerSocket> member;
  private final AtomicBoolean kept = new AtomicBoolean();

  private SocketIdentity(
      ServerSocket socket,
      String id,
      @Nullable String pid,
      ConcurrentMap<String, Object> data,
      @Nullable SocketSession session) {
    this.id = id;
    this.pid = pid;
    this.data = data;
    this.session = session;
    this.member = socket.newMember(id);
  }

  /**
   * A new one.
   *
   * @param pid the private id, {@code null} if nothing is recovered
   */
  static SocketIdentity fresh(ServerSocket socket, String id, @Nullable String pid) {
    return new SocketIdentity(socket, id, pid, new ConcurrentHashMap<>(), null);
  }

  /** One that was lost. Its data is the same map, if it never left this process. */
  static SocketIdentity of(ServerSocket socket, SocketSession session) {
    Map<String, Object> data = session.data();
    return new SocketIdentity(
        socket,
        session.sid(),
        session.pid(),
        data instanceof ConcurrentMap<String, Object> same ? same : new ConcurrentHashMap<>(data),
        session);
  }

  String id() {
    return id;
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

  /** The rooms that it came with: none, unless it has been recovered. */
  Set<String> inherited() {
    return session == null ? Set.of() : session.rooms();
  }

  RoomIndex.Member<ServerSocket> member() {
    return member;
  }

  /** Whether nobody has asked this before: a session is kept once. */
  boolean keep() {
    return kept.compareAndSet(false, true);
  }
}
