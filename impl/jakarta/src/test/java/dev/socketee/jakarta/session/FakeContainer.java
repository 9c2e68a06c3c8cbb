package dev.socketee.jakarta.session;

import dev.socketee.engine.Timer;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that a test moves, and HTTP sessions that time out by it. One thread. */
final class FakeContainer implements Timer, InstantSource {

  /** What containers count the time of inactivity from. */
  enum Habit {
    /** Tomcat, GlassFish. */
    LAST_REQUEST,
    /** Undertow, Jetty: that, or the moment that the time is set. */
    LAST_SETTING
  }

  private final Habit habit;
  private final HttpSessions sessions = new HttpSessions(this);
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::due).thenComparing(Task::number));
  private final List<Session> open = new ArrayList<>();
  private long now = 1_000_000_000_000L;
  private int numbers;

  private record Task(long due, int number, Runnable action) {}

  FakeContainer(Habit habit) {
    this.habit = habit;
  }

  HttpSessions sessions() {
    return sessions;
  }

  /** Begins a session that may be inactive for so many seconds. */
  Session begin(int interval) {
    return begin(interval, "session " + numbers++);
  }

  Session begin(int interval, String id) {
    Session session = new Session(id, interval);
    open.add(session);
    sessions.sessionCreated(new HttpSessionEvent(session.http()));
    return session;
  }

  @Override
  public Timeout schedule(Duration delay, Runnable action) {
    Task task = new Task(now + delay.toMillis(), numbers++, action);
    tasks.add(task);
    return () -> tasks.remove(task);
  }

  @Override
  public long nanoTime() {
    return now * 1_000_000;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  /** Runs what is due now. */
  void settle() {
    advance(0);
  }

  /** Moves time, second by second; what is due happens, and then sessions time out. */
  void advance(int seconds) {
    for (int second = 0; second <= seconds; second++) {
      long target = now + (second == 0 ? 0 : 1_000);
      while (!tasks.isEmpty() && tasks.peek().due() <= target) {
        Task next = tasks.remove();
        now = Math.max(now, next.due());
        next.action().run();
      }
      now = target;
      List.copyOf(open).stream().filter(Session::timedOut).forEach(Session::end);
    }
  }

  /** How many tasks wait for their time. */
  int pending() {
    return tasks.size();
  }

  /** A session, as the container has it. */
  final class Session implements InvocationHandler {
    private String id;
    private int interval;
    private long requested = now;
    private long set = now;
    private boolean ended;
    private @Nullable Runnable onNextId;

    private Session(String id, int interval) {
      this.id = id;
      this.interval = interval;
    }

    /** As a request gets it. */
    HttpSession http() {
      return (HttpSession)
          Proxy.newProxyInstance(
              getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      return switch (method.getName()) {
        case "getId" -> id();
        case "getLastAccessedTime" -> ifOpen(requested);
        case "getMaxInactiveInterval" -> ifOpen(interval);
        case "setMaxInactiveInterval" -> set((Integer) arguments[0]);
        default -> throw new UnsupportedOperationException(method.toString());
      };
    }

    private String id() {
      String answer = id;
      Runnable action = onNextId;
      onNextId = null;
      if (action != null) {
        action.run();
      }
      return answer;
    }

    /** Does something once, between the next question for the id and what follows. */
    void onNextId(Runnable action) {
      onNextId = action;
    }

    private <T> T ifOpen(T value) {
      if (ended) {
        throw new IllegalStateException("the session has ended");
      }
      return value;
    }

    private @Nullable Object set(int seconds) {
      set = ifOpen(now);
      interval = seconds;
      return null;
    }

    int interval() {
      return interval;
    }

    boolean isOpen() {
      return !ended;
    }

    void request() {
      requested = now;
    }

    private boolean timedOut() {
      long from = habit == Habit.LAST_REQUEST ? requested : Math.max(requested, set);
      return interval > 0 && now - from >= interval * 1_000L;
    }

    /** By time-out or invalidation. Listeners hear of it before it has ended, as on Undertow. */
    void end() {
      open.remove(this);
      sessions.sessionDestroyed(new HttpSessionEvent(http()));
      ended = true;
    }

    /** Ends without a word. */
    void vanish() {
      open.remove(this);
      ended = true;
    }

    void changeId(String newId) {
      String old = id;
      changeIdUnheard(newId);
      tellOfId(old);
    }

    void changeIdUnheard(String newId) {
      id = newId;
    }

    void tellOfId(String old) {
      sessions.sessionIdChanged(new HttpSessionEvent(http()), old);
    }
  }
}
