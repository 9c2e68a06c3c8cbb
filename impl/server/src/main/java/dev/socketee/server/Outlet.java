package dev.socketee.server;

import dev.socketee.engine.EngineSession;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The way to the client for the events of one socket. What is sent before the CONNECT was accepted
 * is held, and goes out behind the CONNECT packet.
 *
 * <p>One lock guards what is held. Nothing is sent under it: while the last of what was held is
 * being sent, the outlet still holds, so nothing can overtake.
 */
final class Outlet {

  private final EngineSession session;
  private final int maxPackets;
  private final long maxBytes;

  private final ReentrantLock lock = new ReentrantLock();
  private volatile State state = State.HOLDING;
  private List<List<EngineFrame>> held = List.of();
  private int packets;
  private long bytes;

  private enum State {
    HOLDING,
    OPEN,
    CLOSED
  }

  Outlet(EngineSession session, int maxPackets, long maxBytes) {
    this.session = session;
    this.maxPackets = maxPackets;
    this.maxBytes = maxBytes;
  }

  /**
   * Sends the frames of one packet, now or later.
   *
   * @return whether there was room for it
   */
  boolean send(List<EngineFrame> packet) {
    return switch (state) {
      case OPEN -> sent(packet);
      case HOLDING -> hold(packet);
      case CLOSED -> true;
    };
  }

  /** Sends the frames of one packet if that is possible now. */
  void sendVolatile(List<EngineFrame> packet) {
    if (state == State.OPEN) {
      session.sendVolatile(packet);
    }
  }

  /**
   * Queues the frames of one packet that has an offset, or holds them: {@link #writeQueued} has to
   * follow.
   */
  void enqueue(List<EngineFrame> packet, String offset) {
    boolean unused = session.enqueue(packet);
  }

  /**
   * Writes what was queued.
   *
   * @return whether there was room for it
   */
  boolean writeQueued(List<EngineFrame> packet) {
    session.writeQueued(packet);
    return true;
  }

  private boolean sent(List<EngineFrame> packet) {
    session.send(packet);
    return true;
  }

  private boolean hold(List<EngineFrame> packet) {
    lock.lock();
    try {
      if (state == State.HOLDING) {
        return keep(packet);
      }
    } finally {
      lock.unlock();
    }
    return send(packet);
  }

  private boolean keep(List<EngineFrame> packet) {
    long size = packet.stream().mapToLong(EngineFrame::size).sum();
    if (packets >= maxPackets || size > maxBytes - bytes) {
      return false;
    }
    if (held.isEmpty()) {
      held = new ArrayList<>();
    }
    held.add(packet);
    packets++;
    bytes += size;
    return true;
  }

  /** Sends what was held, and holds nothing from now on. Nothing happens if it is closed. */
  void open() {
    List<List<EngineFrame>> batch = release();
    while (!batch.isEmpty()) {
      batch.forEach(session::send);
      batch = release();
    }
  }

  /** Takes what is held; if that is nothing, opens. */
  private List<List<EngineFrame>> release() {
    lock.lock();
    try {
      List<List<EngineFrame>> released = held;
      forget();
      if (released.isEmpty() && state == State.HOLDING) {
        state = State.OPEN;
      }
      return released;
    } finally {
      lock.unlock();
    }
  }

  /** Drops what is held and whatever comes. */
  void close() {
    lock.lock();
    try {
      state = State.CLOSED;
      forget();
    } finally {
      lock.unlock();
    }
  }

  private void forget() {
    held = List.of();
    packets = 0;
    bytes = 0;
  }
}
