package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client: a queue bounded in packets and bytes. Confined to its
 * session's lock. An idle session's queue holds no memory worth mention.
 */
final class Outbox {

  private static final int INITIAL_CAPACITY = 4;

  /** An empty queue that held more than this once is dropped: it keeps its capacity otherwise. */
  private static final int KEPT_CAPACITY = 64;

  private final int maxPackets;
  private final long maxBytes;
  private @Nullable ArrayDeque<EngineFrame> frames;
  private long bytes;
  private int peak;
  private volatile boolean overfull;

  Outbox(int maxPackets, long maxBytes) {
    this.maxPackets = maxPackets;
    this.maxBytes = maxBytes;
  }

  boolean isEmpty() {
    return size() == 0;
  }

  /** Adds a frame; {@code false} if that goes past a limit. */
  boolean add(EngineFrame frame) {
    if (frames == null) {
      frames = new ArrayDeque<>(INITIAL_CAPACITY);
    }
    frames.add(frame);
    bytes += frame.size();
    peak = Math.max(peak, frames.size());
    return frames.size() <= maxPackets && bytes <= maxBytes;
  }

  /**
   * Adds frames if all of them fit; else it is {@linkplain #isOverfull overfull} from now on. True
   * in both cases: something has to be done.
   */
  boolean offer(List<EngineFrame> more) {
    if (!addAll(more)) {
      overfull = true;
    }
    return true;
  }

  /** Whether something was offered that did not fit. Can be asked without the lock. */
  boolean isOverfull() {
    return overfull;
  }

  /** Adds frames if all of them fit; else adds none and returns {@code false}. */
  boolean addAll(List<EngineFrame> more) {
    long total = bytes;
    for (int i = 0; i < more.size(); i++) {
      total += more.get(i).size();
    }
    if (size() + more.size() > maxPackets || total > maxBytes) {
      return false;
    }
    for (int i = 0; i < more.size(); i++) {
      add(more.get(i));
    }
    return true;
  }

  private int size() {
    return frames == null ? 0 : frames.size();
  }

  /** Takes the first frame; {@code null} if there is none. */
  @Nullable EngineFrame poll() {
    EngineFrame frame = frames == null ? null : frames.poll();
    if (frame != null) {
      bytes -= frame.size();
      if (peak > KEPT_CAPACITY && isEmpty()) {
        clear();
      }
    }
    return frame;
  }

  /** Takes all frames. */
  List<EngineFrame> drain() {
    List<EngineFrame> all = frames == null ? List.of() : new ArrayList<>(frames);
    clear();
    return all;
  }

  void clear() {
    frames = null;
    bytes = 0;
    peak = 0;
  }

  @Override
  public String toString() {
    return size() + " packets, " + bytes + " bytes";
  }
}
