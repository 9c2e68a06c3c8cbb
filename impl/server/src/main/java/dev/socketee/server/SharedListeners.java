package dev.socketee.server;

import dev.socketee.Middleware;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The listeners that all sockets of a namespace have in common, and that no socket has to hold:
 * those that beans bring. Thread-safe.
 */
final class SharedListeners {

  private final Map<String, List<NamespaceListener>> events = new ConcurrentHashMap<>();
  private final List<Middleware> guards = new CopyOnWriteArrayList<>();

  /** None. */
  SharedListeners() {}

  /** Those that another one has now. */
  SharedListeners(SharedListeners others) {
    others.events.forEach(
        (event, listeners) -> events.put(event, new CopyOnWriteArrayList<>(listeners)));
    guards.addAll(others.guards);
  }

  void add(String event, NamespaceListener listener) {
    events.computeIfAbsent(event, absent -> new CopyOnWriteArrayList<>()).add(listener);
  }

  void guard(Middleware guard) {
    guards.add(guard);
  }

  /** What has the last word on a CONNECT, when it is settled who the client is. */
  List<Middleware> guards() {
    return guards;
  }

  List<NamespaceListener> of(String event) {
    return events.getOrDefault(event, List.of());
  }
}
