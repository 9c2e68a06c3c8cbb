package dev.socketee.server;

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

  /** None. */
  SharedListeners() {}

  /** Those that another one has now. */
  SharedListeners(SharedListeners others) {
    others.events.forEach(
        (event, listeners) -> events.put(event, new CopyOnWriteArrayList<>(listeners)));
  }

  void add(String event, NamespaceListener listener) {
    events.computeIfAbsent(event, absent -> new CopyOnWriteArrayList<>()).add(listener);
  }

  List<NamespaceListener> of(String event) {
    return events.getOrDefault(event, List.of());
  }
}
