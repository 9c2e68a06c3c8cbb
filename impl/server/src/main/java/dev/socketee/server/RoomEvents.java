package dev.socketee.server;

import dev.socketee.RoomListener;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells what happens in rooms (reference 2.8, Adapter events), one thing after the other. What is
 * noted is in order, because the index notes it under its lock; it is told later, by one thread at
 * a time and without a lock. Nothing is noted while nobody listens.
 */
final class RoomEvents {

  private final List<RoomListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Consumer<RoomListener>> noted = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean telling = new AtomicBoolean();
  private final Supplier<Executor> executor;

  RoomEvents(Supplier<Executor> executor) {
    this.executor = executor;
  }

  void add(RoomListener listener) {
    listeners.add(listener);
  }

  /** An adapter is told before the application. */
  void addFirst(RoomListener listener) {
    listeners.add(0, listener);
  }

  /** One that is to be told nothing any more; what is being told may still reach it. */
  void remove(RoomListener listener) {
    listeners.remove(listener);
  }

  // ---- under the lock of the index

  void joined(String room, String id, boolean created) {
    if (!listeners.isEmpty()) {
      if (created) {
        noted.add(listener -> listener.created(room));
      }
      noted.add(listener -> listener.joined(room, id));
    }
  }

  void left(String room, String id, boolean deleted) {
    if (!listeners.isEmpty()) {
      noted.add(listener -> listener.left(room, id));
      if (deleted) {
        noted.add(listener -> listener.deleted(room));
      }
    }
  }

  // ---- after its release

  /**
   * Has told what was noted. An executor that refuses is that of an application that stops, or has
   * too much to do: then what was noted is told with what comes next, because who keeps an account
   * of the rooms must not miss any.
   */
  void tell() {
    if (noted.isEmpty() || !telling.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.get().execute(this::run);
    } catch (RuntimeException e) {
      SocketIOServer.LOG.log(Level.DEBUG, "No thread for the listeners of rooms", e);
      telling.set(false);
    }
  }

  private void run() {
    Consumer<RoomListener> event = noted.poll();
    while (event != null) {
      for (RoomListener listener : listeners) {
        try {
          event.accept(listener);
        } catch (Throwable e) {
          SocketIOServer.LOG.log(Level.ERROR, "A room listener failed", e);
        }
      }
      event = noted.poll();
    }
    telling.set(false);
    tell(); // for what was noted while this thread was about to stop
  }
}
