package dev.socketee.jakarta.session;

import dev.socketee.engine.Timer;
import dev.socketee.engine.Timer.Timeout;
import jakarta.servlet.http.HttpSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an HTTP session from timing out while there are connections, and for as long after the last
 * one as if that had been a request.
 *
 * <p>Outside of a request the Servlet API has one lever for it, the time that a session may be
 * inactive. Some containers count it from the last request, others from the moment that it is set.
 * So it is set again and again to what has passed since the last request, and the application's own
 * time on top: either way the session has at least that from then on. It is never switched off, as
 * then a server that crashes would leave a session behind that never ends.
 *
 * <p>All of it is done by the timer, which has one thread.
 */
final class KeepAlive {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.session");

  /** Nothing that an application sets. */
  private static final int NONE = Integer.MIN_VALUE;

  /** How often a session that never times out is looked at: it may get a time-out. */
  private static final Duration RARELY = Duration.ofMinutes(1);

  /**
   * How long a connection waits with the first turn: it comes with a request, so there is time. A
   * session that gets another id has two of these until that is told, and the second one must not
   * take for the application's time what the first one has set, nor the other way round.
   */
  private static final Duration SOON = Duration.ofMillis(250);

  private final HttpSession session;
  private final Timer timer;
  private final InstantSource clock;
  private final Predicate<KeepAlive> retirement;
  private final AtomicInteger holders = new AtomicInteger();
  private volatile boolean stopped;

  /** Where it is entered. The book's lock guards it. */
  @Nullable TiedSession home;

  // ---- on the timer's thread only

  /** The application's time, in seconds; 0 or less for no end. */
  private int own;

  /** What was set here last. */
  private int given = NONE;

  private @Nullable Timeout next;

  /**
   * Does nothing before it is {@linkplain #hold held}.
   *
   * @param clock the one that sessions go by
   * @param retirement asked when it is needed no longer; it goes on if the answer is no
   */
  KeepAlive(
      HttpSession session, Timer timer, InstantSource clock, Predicate<KeepAlive> retirement) {
    this.session = session;
    this.timer = timer;
    this.clock = clock;
    this.retirement = retirement;
  }

  /** One more connection. The book's lock is held. */
  void hold() {
    if (holders.incrementAndGet() == 1) {
      turnIn(SOON);
    }
  }

  /** One connection less. The book's lock is held. */
  void release() {
    if (holders.decrementAndGet() == 0) {
      turnIn(Duration.ZERO);
    }
  }

  /** Whether there are connections. The book's lock is held. */
  boolean isHeld() {
    return holders.get() > 0;
  }

  /** The session has ended. */
  void stop() {
    stopped = true;
  }

  /** Another one goes on with its session. The book's lock is held. */
  void giveWay() {
    home = null;
    Timeout unused = timer.schedule(Duration.ZERO, this::endAtOnce);
  }

  private void endAtOnce() {
    cancelNext();
    end();
  }

  private void cancelNext() {
    if (next != null) {
      next.cancel();
      next = null;
    }
  }

  private void turnIn(Duration delay) {
    Timeout unused = timer.schedule(delay, this::turn);
  }

  /** Gives the session its time from now on, and comes again before that is over, or when it is. */
  private void turn() {
    cancelNext();
    if (stopped) {
      return;
    }
    try {
      extend();
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "An HTTP session has ended, and nobody was told yet", e);
      stopped = true;
      return;
    }
    boolean held = holders.get() > 0;
    Duration wait =
        own <= 0 ? held ? RARELY : Duration.ZERO : Duration.ofMillis(own * 1000L / (held ? 3 : 1));
    next = timer.schedule(wait, held ? this::turn : this::rest);
  }

  private void extend() {
    int current = session.getMaxInactiveInterval();
    if (current != given) { // the first time, or the application has set another
      own = current;
    }
    if (own <= 0) {
      given = NONE;
      return;
    }
    long idle = Math.max(0, clock.millis() - session.getLastAccessedTime());
    given = (int) Math.min(Integer.MAX_VALUE, own + (idle + 999) / 1000);
    session.setMaxInactiveInterval(given); // also if it is the same: containers may count from now
  }

  private void rest() {
    if (!stopped && retirement.test(this)) {
      end();
    } else {
      turn();
    }
  }

  /** Gives the session the application's time back. On another thread only if the timer is over. */
  void end() {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      if (given != NONE && session.getMaxInactiveInterval() == given) {
        session.setMaxInactiveInterval(own);
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "An HTTP session has ended by itself", e);
    }
  }
}
