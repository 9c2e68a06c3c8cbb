package dev.socketee.server;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces of one connection: those that it has joined or is joining, those that are looked
 * for, and those that the server has made it leave. Guarded by the lock of its {@link Client}.
 */
final class Memberships {

  private final int limit;
  private final Map<String, ServerSocket> sockets = new HashMap<>(2);
  private Map<String, NamespaceSearch> searches = Map.of();
  private Set<String> dismissed = Set.of();
  private boolean closed;

  /** Whether there is room for one more. */
  enum Place {
    /** There is. */
    FREE,
    /** It has that one, or is about to have it. */
    TAKEN,
    /** It has as many as it may have. */
    FULL,
    /** The connection is over. */
    CLOSED
  }

  Memberships(int limit) {
    this.limit = limit;
  }

  Place place(String namespace) {
    if (closed) {
      return Place.CLOSED;
    }
    if (sockets.containsKey(namespace) || searches.containsKey(namespace)) {
      return Place.TAKEN;
    }
    return sockets.size() + searches.size() < limit ? Place.FREE : Place.FULL;
  }

  @Nullable ServerSocket get(String namespace) {
    return sockets.get(namespace);
  }

  /** To be preceded by {@link #place}, or by {@link #remove(NamespaceSearch)}. */
  void add(ServerSocket socket) {
    sockets.put(socket.namespace().name(), socket);
    if (!dismissed.isEmpty()) {
      dismissed.remove(socket.namespace().name());
    }
  }

  boolean remove(ServerSocket socket) {
    return sockets.remove(socket.namespace().name(), socket);
  }

  /** To be preceded by {@link #place}. */
  void add(NamespaceSearch search) {
    if (searches.isEmpty()) {
      searches = new HashMap<>(2);
    }
    searches.put(search.name(), search);
  }

  /** Answers whether it was there still. */
  boolean remove(NamespaceSearch search) {
    return !searches.isEmpty() && searches.remove(search.name(), search);
  }

  /** Removes a socket of which the client does not know that it is over. */
  void dismiss(ServerSocket socket) {
    if (remove(socket)) {
      if (dismissed.isEmpty() || dismissed.size() >= limit) {
        dismissed = new HashSet<>();
      }
      dismissed.add(socket.namespace().name());
    }
  }

  boolean dismissed(String namespace) {
    return dismissed.contains(namespace);
  }

  List<ServerSocket> sockets() {
    return List.copyOf(sockets.values());
  }

  List<NamespaceSearch> searches() {
    return List.copyOf(searches.values());
  }

  /** Forgets all; nothing is to be added any more. */
  void close() {
    closed = true;
    sockets.clear();
    searches = Map.of();
    dismissed = Set.of();
  }

  @Override
  public String toString() {
    return "sockets="
        + sockets.keySet()
        + ", searches="
        + searches.keySet()
        + ", dismissed="
        + dismissed;
  }
}
