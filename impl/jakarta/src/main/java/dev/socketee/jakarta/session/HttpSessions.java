package dev.socketee.jakarta.session;

import dev.socketee.engine.Timer;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP sessions of an application that connections are tied to. Containers do something of the
 * kind for WebSockets, each in its own way, and nothing for long-polling.
 *
 * <p>One lock guards it all. Nothing of the container is called under it: containers hold locks of
 * their own when they tell of a session.
 */
public final class HttpSessions implements HttpSessionListener, HttpSessionIdListener {

  /** How many sessions are remembered that have just ended, for handshakes under way. */
  private static final int REMEMBERED = 1_000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, TiedSession> sessions = new HashMap<>();
  private final Set<String> ended = new LinkedHashSet<>();

  /** Whether the application is about to end, and its sessions with it. */
  private volatile boolean applicationEnds;

  /** Those of an application, to be registered with it as a listener. */
  public HttpSessions() {
    this(InstantSource.system());
  }

  HttpSessions(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Ties a connection to a session.
   *
   * @param timer if the session is to be kept alive
   */
  void tie(Tie tie, HttpSession session, @Nullable Timer timer) {
    String id;
    do {
      untie(tie);
      id = session.getId();
      enter(tie, id);
    } while (!id.equals(session.getId())); // it was changed meanwhile, perhaps unheard
    if (!entered(tie) || ended(session)) {
      untie(tie);
      tie.sessionEnded();
    } else if (timer != null) {
      keepAlive(tie, session, timer);
    }
  }

  private void enter(Tie tie, String id) {
    lock.lock();
    try {
      if (!ended.contains(id)) {
        sessions.computeIfAbsent(id, TiedSession::new).add(tie);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean entered(Tie tie) {
    lock.lock();
    try {
      return tie.session != null;
    } finally {
      lock.unlock();
    }
  }

  private static boolean ended(HttpSession session) {
    try {
      long unused = session.getLastAccessedTime();
      return false;
    } catch (IllegalStateException e) { // the one way to ask
      return true;
    }
  }

  private void keepAlive(Tie tie, HttpSession session, Timer timer) {
    lock.lock();
    try {
      TiedSession tied = tie.session;
      if (tied != null) { // else it has ended just now
        KeepAlive kept = tied.keepAlive;
        if (kept == null) {
          kept = new KeepAlive(session, timer, clock, this::retire);
          tied.keptBy(kept);
        }
        tie.keepAlive = kept;
        kept.hold();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Unties a connection, if it is tied. */
  void untie(Tie tie) {
    lock.lock();
    try {
      KeepAlive kept = tie.keepAlive;
      if (kept != null) {
        tie.keepAlive = null;
        kept.release();
      }
      TiedSession tied = tie.session;
      if (tied != null) {
        tied.remove(tie);
        forgetIfEmpty(tied);
      }
    } finally {
      lock.unlock();
    }
  }

  private void forgetIfEmpty(TiedSession tied) {
    if (tied.isEmpty()) {
      sessions.remove(tied.id, tied);
    }
  }

  /** Forgets one that nothing keeps alive any more; answers whether that is so. */
  private boolean retire(KeepAlive kept) {
    lock.lock();
    try {
      if (kept.isHeld()) {
        return false;
      }
      TiedSession home = kept.home;
      if (home != null) {
        home.keepAlive = null;
        forgetIfEmpty(home);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** An id can be that of an earlier session: some containers take what the client sends. */
  @Override
  public void sessionCreated(HttpSessionEvent event) {
    String id = event.getSession().getId();
    lock.lock();
    try {
      ended.remove(id);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void sessionDestroyed(HttpSessionEvent event) {
    String id = event.getSession().getId();
    List<Tie> ties;
    lock.lock();
    try {
      remember(id);
      TiedSession tied = sessions.remove(id);
      ties = tied == null ? List.of() : List.copyOf(tied.ties());
      ties.forEach(tie -> tie.session = null);
      if (tied != null && tied.keepAlive != null) {
        tied.keepAlive.stop();
      }
    } finally {
      lock.unlock();
    }
    if (!applicationEnds) {
      ties.forEach(Tie::sessionEnded);
    }
  }

  private void remember(String id) {
    ended.add(id);
    if (ended.size() > REMEMBERED) {
      Iterator<String> oldest = ended.iterator();
      oldest.next();
      oldest.remove();
    }
  }

  @Override
  public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
    String id = event.getSession().getId();
    lock.lock();
    try {
      TiedSession moved = sessions.remove(oldSessionId);
      if (moved != null) {
        moved.id = id;
        TiedSession there = sessions.put(id, moved);
        if (there != null) {
          moved.merge(there);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The application is about to end. Containers end its sessions before they tell it; connections
   * are not to end with these, but with the application.
   */
  public void applicationEnds() {
    applicationEnds = true;
  }

  /** The application ends: gives sessions the time-outs back that are the application's. */
  public void close() {
    List<KeepAlive> kept = new ArrayList<>();
    lock.lock();
    try {
      for (TiedSession tied : sessions.values()) {
        if (tied.keepAlive != null) {
          kept.add(tied.keepAlive);
        }
      }
      sessions.clear();
      ended.clear();
    } finally {
      lock.unlock();
    }
    kept.forEach(KeepAlive::end);
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "HttpSessions[tied=" + sessions.size() + ", ended=" + ended.size() + "]";
    } finally {
      lock.unlock();
    }
  }
}
