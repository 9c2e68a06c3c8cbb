package dev.socketee.server;

import dev.socketee.DisconnectListener;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** The listeners of one socket: an immutable set of them, replaced by CAS. */
final class SocketListeners {

  private final AtomicReference<Registered> registered = new AtomicReference<>(Registered.NONE);

  private record Registered(
      Map<String, List<EventListener>> events,
      List<DisconnectListener> disconnect,
      List<ErrorListener> error) {

    static final Registered NONE = new Registered(Map.of(), List.of(), List.of());

    Registered event(String event, EventListener listener) {
      Map<String, List<EventListener>> more = new HashMap<>(events);
      more.merge(event, List.of(listener), SocketListeners::concat);
      return new Registered(Map.copyOf(more), disconnect, error);
    }
  }

  void onEvent(String event, EventListener listener) {
    registered.updateAndGet(old -> old.event(event, listener));
  }

  void onDisconnect(DisconnectListener listener) {
    registered.updateAndGet(
        old -> new Registered(old.events, concat(old.disconnect, List.of(listener)), old.error));
  }

  void onError(ErrorListener listener) {
    registered.updateAndGet(
        old -> new Registered(old.events, old.disconnect, concat(old.error, List.of(listener))));
  }

  List<EventListener> of(String event) {
    return registered.get().events.getOrDefault(event, List.of());
  }

  List<DisconnectListener> disconnect() {
    return registered.get().disconnect;
  }

  List<ErrorListener> error() {
    return registered.get().error;
  }

  private static <T> List<T> concat(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
