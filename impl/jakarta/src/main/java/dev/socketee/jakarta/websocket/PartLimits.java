package dev.socketee.jakarta.websocket;

import dev.socketee.engine.EngineLimit;
import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;

/**
 * Holds one message, while it arrives in parts, to its size and to a number of parts: a message of
 * many tiny or empty fragments costs work without end (CVE-2026-48779). Containers also deliver in
 * parts what the client sent as a whole, as the network brings it; those are never as small.
 */
final class PartLimits {

  /** So many parts may be of any size. */
  private static final int FREE_PARTS = 1000;

  /** The others are at least so large, on average. */
  private static final int PART_SIZE = 256;

  private final WebSocketChannel channel;
  private final WebSocketReceiver receiver;
  private final int maxSize;
  private final int maxParts;
  private int parts;
  private boolean exceeded;

  PartLimits(WebSocketChannel channel, WebSocketReceiver receiver, int maxSize) {
    this.channel = channel;
    this.receiver = receiver;
    this.maxSize = maxSize;
    this.maxParts = FREE_PARTS + maxSize / PART_SIZE;
  }

  int maxSize() {
    return maxSize;
  }

  /** Notes a part; answers whether it is to be looked at. */
  boolean admits(boolean last) {
    if (!exceeded && ++parts > maxParts) {
      exceed(EngineLimit.MESSAGE_PARTS, SessionChannel.POLICY, "a message of too many parts");
    }
    if (last) {
      parts = 0;
    }
    return !exceeded;
  }

  /** The message is larger than allowed. */
  void tooLarge() {
    exceed(EngineLimit.MAX_PAYLOAD, SessionChannel.TOO_BIG, "max payload size exceeded");
  }

  private void exceed(EngineLimit limit, int code, String description) {
    exceeded = true;
    channel.close(code, "");
    receiver.onLimit(limit, description);
  }
}
