package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever watches a session, if anybody does: without one, every call here is a read of a field.
 */
final class Observation {

  private volatile @Nullable SessionObserver observer;

  void begin(SessionObserver newObserver) {
    observer = newObserver;
  }

  void received(EnginePacket packet) {
    SessionObserver current = observer;
    if (current != null) {
      current.onReceived(packet);
    }
  }

  void queued(List<EngineFrame> frames) {
    SessionObserver current = observer;
    if (current != null) {
      frames.forEach(current::onQueued);
    }
  }

  void heartbeat() {
    SessionObserver current = observer;
    if (current != null) {
      current.onHeartbeat();
    }
  }

  /** Whether anybody watches. */
  boolean begun() {
    return observer != null;
  }

  void drained() {
    SessionObserver current = observer;
    if (current != null) {
      current.onDrained();
    }
  }

  void upgraded() {
    SessionObserver current = observer;
    if (current != null) {
      current.onUpgraded();
    }
  }
}
