package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The way of one session from long-polling to WebSocket (reference 1.7). While it lasts, packets
 * still go out by polling; nothing but the answer to the probe goes out on the candidate. The
 * session's lock guards all fields.
 */
final class UpgradeAttempt {

  /**
   * How long a poll that comes after the probe waits before a noop ends it, if one poll has been
   * ended that way already. The interval of the reference; without it a client that does not pause
   * its polling would be answered in a tight loop.
   */
  private static final Duration RELEASE_INTERVAL = Duration.ofMillis(100);

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Timer timer;
  private final EngineOptions options;

  private volatile UpgradePhase phase = UpgradePhase.POLLING;
  private @Nullable WebSocketTransport candidate;

  /** The last candidate, if it went by itself. */
  private @Nullable Transport lost;

  private Timer.@Nullable Timeout deadline;
  private Timer.@Nullable Timeout release;
  private boolean released;

  UpgradeAttempt(LiveSession session, ReentrantLock lock, Timer timer, EngineOptions options) {
    this.session = session;
    this.lock = lock;
    this.timer = timer;
    this.options = options;
  }

  /** There is nothing to upgrade: the session began with WebSocket. */
  void skip() {
    phase = UpgradePhase.WEBSOCKET;
  }

  boolean possible() {
    return options.allowUpgrades()
        && options.transports().contains(TransportName.WEBSOCKET)
        && phase.on(UpgradePhase.Event.CANDIDATE) != null;
  }

  /** Begins with a WebSocket; closes it if this session has no use for it. */
  WebSocketReceiver attach(WebSocketChannel channel) {
    WebSocketTransport transport = new WebSocketTransport(session, channel);
    boolean attached = false;
    lock.lock();
    try {
      if (session.upgradable()) {
        phase = UpgradePhase.PROBING;
        candidate = transport;
        lost = null;
        released = false;
        deadline = timer.schedule(options.upgradeTimeout(), () -> abandon(transport));
        attached = true;
      }
    } finally {
      lock.unlock();
    }
    if (!attached) {
      WebSocketTransport.close(channel, Ending.NORMAL_CLOSURE);
    }
    return transport;
  }

  /** A packet came over a transport that does not carry the session. */
  void receive(Transport from, EnginePacket packet) {
    if (packet instanceof EnginePacket.Ping ping && "probe".equals(ping.data())) {
      probe(from);
    } else if (packet instanceof EnginePacket.Upgrade) {
      complete(from);
    } else {
      abandon(from);
    }
  }

  private void probe(Transport from) {
    WebSocketTransport probed = null;
    lock.lock();
    try {
      UpgradePhase next = phase.on(UpgradePhase.Event.PROBE);
      if (from == candidate && next != null && candidate.writable()) {
        phase = next;
        probed = candidate;
        probed.claim(EngineFrame.PONG_PROBE);
      }
    } finally {
      lock.unlock();
    }
    if (probed == null) {
      abandon(from);
    } else {
      probed.write();
      releasePoll();
    }
  }

  /** A poll has come in: once the probe was answered, none may be left waiting. */
  void polled() {
    if (phase != UpgradePhase.PROBED) {
      return;
    }
    lock.lock();
    try {
      if (phase != UpgradePhase.PROBED || candidate == null) {
        return;
      }
      if (released) {
        if (release == null) {
          release = timer.schedule(RELEASE_INTERVAL, this::releaseLater);
        }
        return;
      }
    } finally {
      lock.unlock();
    }
    releasePoll();
  }

  private void releaseLater() {
    lock.lock();
    try {
      release = null;
    } finally {
      lock.unlock();
    }
    releasePoll();
  }

  private void releasePoll() {
    lock.lock();
    try {
      if (phase != UpgradePhase.PROBED || !session.queueNoop()) {
        return;
      }
      released = true;
    } finally {
      lock.unlock();
    }
    session.flush();
  }

  private void complete(Transport from) {
    Runnable rest = null;
    boolean late;
    lock.lock();
    try {
      late = from == lost;
      UpgradePhase next = phase.on(UpgradePhase.Event.UPGRADE);
      if (from == candidate && next != null) {
        phase = next;
        cancelTimers();
        rest = session.moveTo(candidate);
        candidate = null;
      }
    } finally {
      lock.unlock();
    }
    if (rest != null) {
      rest.run();
      session.moved();
    } else if (late) {
      session.end(CloseReason.TRANSPORT_CLOSE, null);
    } else {
      abandon(from);
    }
  }

  /**
   * A transport closed or failed; the session stays with polling, if it was the candidate. Undertow
   * may hand over what it had sent afterwards: if that is the upgrade, polling is over, too.
   */
  void lose(Transport from) {
    giveUp(from, true);
  }

  /** Gives the candidate up; the session stays with polling. */
  void abandon(Transport from) {
    giveUp(from, false);
  }

  private void giveUp(Transport from, boolean gone) {
    Runnable farewell;
    lock.lock();
    try {
      UpgradePhase next = phase.on(UpgradePhase.Event.ABANDON);
      if (from != candidate || next == null) {
        return;
      }
      phase = next;
      cancelTimers();
      lost = gone ? from : null;
      farewell = candidate.retire(List.of(), Ending.NORMAL_CLOSURE);
      candidate = null;
    } finally {
      lock.unlock();
    }
    farewell.run();
  }

  /**
   * The session is over, in whatever phase: gives up what carries it, and the candidate. Lock held;
   * the result is to be run without it.
   */
  Runnable stop(Transport carrier, Ending ending) {
    cancelTimers();
    Runnable farewell = carrier.retire(ending.lastWords(), ending.closeCode());
    WebSocketTransport left = candidate;
    candidate = null;
    if (left == null) {
      return farewell;
    }
    Runnable ofCandidate = left.retire(List.of(), ending.closeCode());
    return () -> {
      farewell.run();
      ofCandidate.run();
    };
  }

  private void cancelTimers() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
    if (release != null) {
      release.cancel();
      release = null;
    }
  }
}
