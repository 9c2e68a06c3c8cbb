package dev.socketee.server;

import dev.socketee.RoomListener;
import dev.socketee.engine.Timer;
import dev.socketee.spi.UserRooms;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells what happens in rooms (reference 2.8, Adapter events), one thing after the other. What is
 * noted is in order, because the index notes it under its lock; it is told later, by one thread at
 * a time and without a lock. Nothing is noted while nobody listens.
 */
final class RoomEvents {

  /** How often an executor that refuses is asked again, ever more rarely. */
  private static final int ATTEMPTS = 10;

  private static final Duration FIRST_DELAY = Duration.ofMillis(100);

  private final List<RoomListener> adapters = new CopyOnWriteArrayList<>();
  private final List<RoomListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<Note> noted = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean telling = new AtomicBoolean();
  private final Supplier<Executor> executor;
  private final Supplier<Timer> timer;

  /** Whether the executor will be asked again by the timer. */
  private final AtomicBoolean waiting = new AtomicBoolean();

  /** How often the timer was set since the executor took something. */
  private final AtomicInteger attempts = new AtomicInteger();

  /**
   * What has happened.
   *
   * @param reserved in the room of a user, of which an adapter has to know, and nobody else
   */
  private record Note(boolean reserved, Consumer<RoomListener> event) {}

  RoomEvents(Supplier<Executor> executor, Supplier<Timer> timer) {
    this.executor = executor;
    this.timer = timer;
  }

  void add(RoomListener listener) {
    listeners.add(listener);
  }

  /** An adapter is told before the application. */
  void addAdapter(RoomListener listener) {
    adapters.add(listener);
  }

  /** One that is to be told nothing any more; what is being told may still reach it. */
  void remove(RoomListener listener) {
    adapters.remove(listener);
    listeners.remove(listener);
  }

  // ---- under the lock of the index

  void joined(String room, String id, boolean created) {
    if (isHeard(room)) {
      if (created) {
        note(room, listener -> listener.created(room));
      }
      note(room, listener -> listener.joined(room, id));
    }
  }

  void left(String room, String id, boolean deleted) {
    if (isHeard(room)) {
      note(room, listener -> listener.left(room, id));
      if (deleted) {
        note(room, listener -> listener.deleted(room));
      }
    }
  }

  private boolean isHeard(String room) {
    return !adapters.isEmpty() || (!listeners.isEmpty() && !UserRooms.isReserved(room));
  }

  private void note(String room, Consumer<RoomListener> event) {
    noted.add(new Note(UserRooms.isReserved(room), event));
  }

  // ---- after its release

  /**
   * Has told what was noted. An executor that refuses is that of an application that stops, or has
   * too much to do, or of a system without a thread: then it is asked again, because who keeps an
   * account of the rooms must not miss any; ever more rarely, and in the end with what comes next.
   */
  void tell() {
    if (noted.isEmpty() || !telling.compareAndSet(false, true)) {
      return;
    }
    try {
      executor.get().execute(this::run);
    } catch (RuntimeException | Error e) {
      SocketIOServer.LOG.log(
          e instanceof Error ? Level.WARNING : Level.DEBUG,
          "No thread for the listeners of rooms",
          e);
      telling.set(false);
      tellLater();
    }
  }

  private void tellLater() {
    if (!waiting.compareAndSet(false, true)) {
      return;
    }
    int attempt = attempts.incrementAndGet();
    if (attempt <= ATTEMPTS) {
      timer.get().schedule(FIRST_DELAY.multipliedBy(1L << (attempt - 1)), this::tellAgain);
      return;
    }
    waiting.set(false);
    if (attempt == ATTEMPTS + 1) {
      SocketIOServer.LOG.log(
          Level.WARNING,
          "No thread for the listeners of rooms: what they are to be told waits until something"
              + " else happens there");
    }
  }

  private void tellAgain() {
    waiting.set(false);
    tell();
  }

  private void run() {
    attempts.set(0);
    Note note = noted.poll();
    while (note != null) {
      tell(adapters, note.event());
      if (!note.reserved()) {
        tell(listeners, note.event());
      }
      note = noted.poll();
    }
    telling.set(false);
    tell(); // for what was noted while this thread was about to stop
  }

  private static void tell(List<RoomListener> those, Consumer<RoomListener> event) {
    for (RoomListener listener : those) {
      try {
        event.accept(listener);
      } catch (Throwable e) {
        SocketIOServer.LOG.log(Level.ERROR, "A room listener failed", e);
      }
    }
  }
}
