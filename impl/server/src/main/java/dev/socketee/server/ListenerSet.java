package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.AnyListener;
import dev.socketee.Args;
import dev.socketee.DisconnectListener;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.EventMiddleware;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The listeners of one socket at one moment. Immutable; each change is a new one.
 *
 * @param events by the name of the event; no list is empty
 * @param any told of what comes
 * @param anyOutgoing told of what goes
 * @param middlewares asked before the listeners of an event
 * @param disconnecting told of the end, while the rooms are known
 * @param disconnect told of the end
 * @param error told of failures of the others
 */
record ListenerSet(
    Map<String, List<EventListener>> events,
    List<AnyListener> any,
    List<AnyListener> anyOutgoing,
    List<EventMiddleware> middlewares,
    List<DisconnectListener> disconnecting,
    List<DisconnectListener> disconnect,
    List<ErrorListener> error) {

  /** That of every socket in the beginning. */
  static final ListenerSet NONE =
      new ListenerSet(Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** A listener that is to be called once. */
  record Once(EventListener listener) implements EventListener {
    @Override
    public void onEvent(Args arguments, Ack<Object> ack) throws Exception {
      listener.onEvent(arguments, ack);
    }

    @Override
    public boolean mayBlock() {
      return listener.mayBlock();
    }
  }

  List<EventListener> of(String event) {
    return events.getOrDefault(event, List.of());
  }

  /** With one more at the end. */
  ListenerSet plusEvent(String event, EventListener listener) {
    return withEvent(event, plus(of(event), listener));
  }

  /** Without that one, if it is there. */
  ListenerSet minusEvent(String event, EventListener listener) {
    List<EventListener> before = of(event);
    for (int i = before.size() - 1; i >= 0; i--) {
      EventListener each = before.get(i);
      if (each.equals(listener)
          || (each instanceof Once once && once.listener().equals(listener))) {
        return withEvent(event, minus(before, i));
      }
    }
    return this;
  }

  ListenerSet withEvent(String event, List<EventListener> listeners) {
    Map<String, List<EventListener>> changed = new HashMap<>(events);
    if (listeners.isEmpty()) {
      changed.remove(event);
    } else {
      changed.put(event, listeners);
    }
    return new ListenerSet(
        Map.copyOf(changed), any, anyOutgoing, middlewares, disconnecting, disconnect, error);
  }

  ListenerSet withAny(List<AnyListener> value) {
    return new ListenerSet(
        events, value, anyOutgoing, middlewares, disconnecting, disconnect, error);
  }

  ListenerSet withAnyOutgoing(List<AnyListener> value) {
    return new ListenerSet(events, any, value, middlewares, disconnecting, disconnect, error);
  }

  ListenerSet plusMiddleware(EventMiddleware middleware) {
    return new ListenerSet(
        events, any, anyOutgoing, plus(middlewares, middleware), disconnecting, disconnect, error);
  }

  ListenerSet plusDisconnecting(DisconnectListener listener) {
    return new ListenerSet(
        events, any, anyOutgoing, middlewares, plus(disconnecting, listener), disconnect, error);
  }

  ListenerSet plusDisconnect(DisconnectListener listener) {
    return new ListenerSet(
        events, any, anyOutgoing, middlewares, disconnecting, plus(disconnect, listener), error);
  }

  ListenerSet plusError(ErrorListener listener) {
    return new ListenerSet(
        events, any, anyOutgoing, middlewares, disconnecting, disconnect, plus(error, listener));
  }

  /** With nothing but what looks at every event. */
  ListenerSet withoutListeners() {
    return new ListenerSet(
        Map.of(), any, anyOutgoing, middlewares, List.of(), List.of(), List.of());
  }

  static <T> List<T> plus(List<T> some, T more) {
    List<T> all = new ArrayList<>(some);
    all.add(more);
    return List.copyOf(all);
  }

  static <T> List<T> prepend(T first, List<T> others) {
    List<T> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** Without the last one that equals this. */
  static <T> List<T> minus(List<T> some, T one) {
    int index = some.lastIndexOf(one);
    return index < 0 ? some : minus(some, index);
  }

  private static <T> List<T> minus(List<T> some, int index) {
    List<T> rest = new ArrayList<>(some);
    rest.remove(index);
    return List.copyOf(rest);
  }
}
