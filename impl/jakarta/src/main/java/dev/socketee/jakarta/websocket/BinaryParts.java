package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;
import jakarta.websocket.MessageHandler;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts binary messages together from their parts, as {@link TextParts} does. */
final class BinaryParts implements MessageHandler.Partial<byte[]> {

  private final WebSocketReceiver receiver;
  private final PartLimits limits;
  private @Nullable ByteArrayOutputStream parts;

  BinaryParts(WebSocketChannel channel, WebSocketReceiver receiver, int limit) {
    this.receiver = receiver;
    this.limits = new PartLimits(channel, receiver, limit);
  }

  @Override
  public void onMessage(byte[] part, boolean last) {
    if (!limits.admits(last)) {
      parts = null;
      return;
    }
    int before = parts == null ? 0 : parts.size();
    if (part.length > limits.maxSize() - before) {
      tooLarge();
    } else if (last && parts == null) {
      // A copy: some containers use the array again.
      receiver.onBinary(part.clone());
    } else {
      collect(part, last);
    }
  }

  private void collect(byte[] part, boolean last) {
    ByteArrayOutputStream collected = parts == null ? new ByteArrayOutputStream() : parts;
    collected.writeBytes(part);
    parts = last ? null : collected;
    if (last) {
      receiver.onBinary(collected.toByteArray());
    }
  }

  private void tooLarge() {
    parts = null;
    limits.tooLarge();
  }
}
