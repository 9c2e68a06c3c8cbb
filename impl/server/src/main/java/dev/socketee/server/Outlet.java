package dev.socketee.server;

import dev.socketee.engine.EngineSession;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
  private List<Held> held = List.of();
  private int packets;
  private long bytes;

  /** Something that has an offset was to be held, and there was no room for it. */
  private volatile boolean overfull;

  /**
   * The offsets of what is replayed, while the adapter may still deliver some of it. It delivers in
   * order, so that is over when it delivers something else.
   */
  private volatile @Nullable Set<String> replayed;

  private record Held(List<EngineFrame> packet, @Nullable String offset) {

    long size() {
      return packet.stream().mapToLong(EngineFrame::size).sum();
    }
  }

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
      case HOLDING -> hold(packet, null);
      case CLOSED -> true;
    };
  }

  /** Sends the frames of one packet if that is possible now. */
  void sendVolatile(List<EngineFrame> packet) {
    if (state == State.OPEN) {
      session.sendVolatile(packet);
    }
  }

  private boolean sent(List<EngineFrame> packet) {
    session.send(packet);
    return true;
  }

  private boolean hold(List<EngineFrame> packet, @Nullable String offset) {
    lock.lock();
    try {
      if (state == State.HOLDING) {
        return keep(new Held(packet, offset));
      }
    } finally {
      lock.unlock();
    }
    return send(packet);
  }

  private boolean keep(Held packet) {
    long size = packet.size();
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

  // ---- packets that have an offset

  /**
   * Queues the frames of one packet without writing them, or holds them: {@link #writeQueued} has
   * to follow. What is replayed already is left out.
   *
   * @return whether it is queued, and has to be written
   */
  boolean enqueue(List<EngineFrame> packet, String offset) {
    if (state == State.HOLDING || replayed != null) {
      return enqueueCarefully(packet, offset);
    }
    return state == State.OPEN && session.enqueue(packet);
  }

  private boolean enqueueCarefully(List<EngineFrame> packet, String offset) {
    boolean now;
    lock.lock();
    try {
      if (isReplayed(offset)) {
        return false;
      }
      now = state == State.OPEN;
      if (state == State.HOLDING && !keep(new Held(packet, offset))) {
        overfull = true;
      }
    } finally {
      lock.unlock();
    }
    return now && session.enqueue(packet);
  }

  /** Under the lock. */
  private boolean isReplayed(String offset) {
    Set<String> offsets = replayed;
    if (offsets == null || offsets.remove(offset)) {
      return offsets != null;
    }
    replayed = null;
    return false;
  }

  /**
   * Writes what was queued.
   *
   * @param queued what {@link #enqueue} answered: who watches is told of nothing that was not
   * @return whether there was room for it
   */
  boolean writeQueued(List<EngineFrame> packet, boolean queued) {
    if (queued && state == State.OPEN) {
      session.writeQueued(packet);
    }
    return !overfull;
  }

  /** Packets of these offsets go out by another way: they are not held, nor sent later. */
  void leaveOut(Set<String> offsets) {
    lock.lock();
    try {
      Set<String> open = new HashSet<>(offsets);
      List<Held> rest = new ArrayList<>(held);
      rest.removeIf(packet -> packet.offset() != null && open.remove(packet.offset()));
      forget();
      for (Held packet : rest) {
        overfull |= !keep(packet);
      }
      replayed = open.isEmpty() ? null : open;
    } finally {
      lock.unlock();
    }
  }

  /** Drops what is held so far. */
  void renounce() {
    lock.lock();
    try {
      forget();
      replayed = null;
      overfull = false;
    } finally {
      lock.unlock();
    }
  }

  /** Sends what was held, and holds nothing from now on. Nothing happens if it is closed. */
  void open() {
    List<Held> batch = release();
    while (!batch.isEmpty()) {
      batch.forEach(packet -> session.send(packet.packet()));
      batch = release();
    }
  }

  /** Takes what is held; if that is nothing, opens. */
  private List<Held> release() {
    lock.lock();
    try {
      List<Held> released = held;
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
