package dev.socketee.server;

import dev.socketee.EventListener;
import dev.socketee.server.ListenerSet.Once;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The listeners of one socket: an immutable set of them, replaced by CAS. */
final class SocketListeners {

  private final AtomicReference<ListenerSet> registered = new AtomicReference<>(ListenerSet.NONE);

  /** Those at this moment. */
  ListenerSet now() {
    return registered.get();
  }

  /** Replaces them; may be called more than once for one change. */
  void change(UnaryOperator<ListenerSet> change) {
    registered.updateAndGet(change);
  }

  /**
   * Answers whether a listener is to be called: one that is to be called once is only as long as it
   * is registered, and is removed.
   */
  boolean claim(String event, EventListener listener) {
    if (!(listener instanceof Once)) {
      return true;
    }
    ListenerSet before;
    do {
      before = registered.get();
      if (!before.of(event).contains(listener)) {
        return false;
      }
    } while (!registered.compareAndSet(before, before.minusEvent(event, listener)));
    return true;
  }
}
