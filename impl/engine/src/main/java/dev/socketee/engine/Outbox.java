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

  private final int maxPackets;
  private final long maxBytes;
  private @Nullable ArrayDeque<EngineFrame> frames;
  private long bytes;

  Outbox(int maxPackets, long maxBytes) {
    this.maxPackets = maxPackets;
    this.maxBytes = maxBytes;
  }

  boolean isEmpty() {
    return frames == null || frames.isEmpty();
  }

  /** Adds a frame; {@code false} if that goes past a limit. */
  boolean add(EngineFrame frame) {
    if (frames == null) {
      frames = new ArrayDeque<>(INITIAL_CAPACITY);
    }
    frames.add(frame);
    bytes += frame.size();
    return frames.size() <= maxPackets && bytes <= maxBytes;
  }

  /** Takes the first frame; {@code null} if there is none. */
  @Nullable EngineFrame poll() {
    EngineFrame frame = frames == null ? null : frames.poll();
    if (frame != null) {
      bytes -= frame.size();
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
  }

  @Override
  public String toString() {
    return (frames == null ? 0 : frames.size()) + " packets, " + bytes + " bytes";
  }
}
