package dev.socketee.server;

import dev.socketee.engine.Timer;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A clock that stands still until one thread advances it; any may schedule. */
final class ManualTimer implements Timer {

  private final Queue<Alarm> alarms = new ConcurrentLinkedQueue<>();
  private volatile long now;

  private static final class Alarm {
    private final long due;
    private final Runnable task;

    Alarm(long due, Runnable task) {
      this.due = due;
      this.task = task;
    }
  }

  @Override
  public Timeout schedule(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(now + delay.toNanos(), task);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  /** Lets time pass, and runs what is due in its order. */
  void advance(Duration time) {
    long end = now + time.toNanos();
    Optional<Alarm> due = due(end);
    while (due.isPresent()) {
      Alarm alarm = due.get();
      now = alarm.due;
      if (alarms.remove(alarm)) {
        alarm.task.run();
      }
      due = due(end);
    }
    now = end;
  }

  private Optional<Alarm> due(long end) {
    return alarms.stream()
        .filter(alarm -> alarm.due <= end)
        .min(Comparator.comparingLong(alarm -> alarm.due));
  }

  /** How many alarms are set. */
  int pending() {
    return alarms.size();
  }
}
