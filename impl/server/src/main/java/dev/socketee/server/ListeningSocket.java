package dev.socketee.server;

import static dev.socketee.server.ListenerSet.minus;
import static dev.socketee.server.ListenerSet.plus;
import static dev.socketee.server.ListenerSet.prepend;

import dev.socketee.AnyListener;
import dev.socketee.DisconnectListener;
import dev.socketee.ErrorListener;
import dev.socketee.EventListener;
import dev.socketee.EventMiddleware;
import dev.socketee.Socket;
import dev.socketee.server.ListenerSet.Once;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A socket as something to listen to; when and how listeners are called is not its business. */
abstract class ListeningSocket implements Socket {

  private final SocketListeners listeners = new SocketListeners();

  /** What has been registered. */
  final SocketListeners listeners() {
    return listeners;
  }

  private Socket change(Object argument, UnaryOperator<ListenerSet> change) {
    Objects.requireNonNull(argument);
    listeners.change(change);
    return this;
  }

  @Override
  public final Socket on(String event, EventListener listener) {
    return change(listener, set -> set.plusEvent(event, listener));
  }

  @Override
  public final Socket once(String event, EventListener listener) {
    Once once = new Once(listener);
    return change(listener, set -> set.plusEvent(event, once));
  }

  @Override
  public final Socket off(String event, EventListener listener) {
    return change(listener, set -> set.minusEvent(event, listener));
  }

  @Override
  public final Socket off(String event) {
    return change(event, set -> set.withEvent(event, List.of()));
  }

  @Override
  public final Socket removeAllListeners() {
    return change(this, ListenerSet::withoutListeners);
  }

  @Override
  public final Set<String> eventNames() {
    return listeners.now().events().keySet();
  }

  @Override
  public final Socket onAny(AnyListener listener) {
    return change(listener, set -> set.withAny(plus(set.any(), listener)));
  }

  @Override
  public final Socket prependAny(AnyListener listener) {
    return change(listener, set -> set.withAny(prepend(listener, set.any())));
  }

  @Override
  public final Socket offAny(AnyListener listener) {
    return change(listener, set -> set.withAny(minus(set.any(), listener)));
  }

  @Override
  public final Socket offAny() {
    return change(this, set -> set.withAny(List.of()));
  }

  @Override
  public final List<AnyListener> listenersAny() {
    return listeners.now().any();
  }

  @Override
  public final Socket onAnyOutgoing(AnyListener listener) {
    return change(listener, set -> set.withAnyOutgoing(plus(set.anyOutgoing(), listener)));
  }

  @Override
  public final Socket prependAnyOutgoing(AnyListener listener) {
    return change(listener, set -> set.withAnyOutgoing(prepend(listener, set.anyOutgoing())));
  }

  @Override
  public final Socket offAnyOutgoing(AnyListener listener) {
    return change(listener, set -> set.withAnyOutgoing(minus(set.anyOutgoing(), listener)));
  }

  @Override
  public final Socket offAnyOutgoing() {
    return change(this, set -> set.withAnyOutgoing(List.of()));
  }

  @Override
  public final List<AnyListener> listenersAnyOutgoing() {
    return listeners.now().anyOutgoing();
  }

  @Override
  public final Socket use(EventMiddleware middleware) {
    return change(middleware, set -> set.plusMiddleware(middleware));
  }

  @Override
  public final Socket onDisconnecting(DisconnectListener listener) {
    return change(listener, set -> set.plusDisconnecting(listener));
  }

  @Override
  public final Socket onDisconnect(DisconnectListener listener) {
    return change(listener, set -> set.plusDisconnect(listener));
  }

  @Override
  public final Socket onError(ErrorListener listener) {
    return change(listener, set -> set.plusError(listener));
  }
}
