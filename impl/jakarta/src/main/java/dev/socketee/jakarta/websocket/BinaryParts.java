package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketReceiver;
import jakarta.websocket.MessageHandler;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Puts binary messages together from their parts, as {@link TextParts} does. */
final class BinaryParts implements MessageHandler.Partial<byte[]> {

  private final SessionChannel channel;
  private final WebSocketReceiver receiver;
  private final int limit;
  private @Nullable ByteArrayOutputStream parts;
  private boolean overflow;

  BinaryParts(SessionChannel channel, WebSocketReceiver receiver, int limit) {
    this.channel = channel;
    this.receiver = receiver;
    this.limit = limit;
  }

  @Override
  public void onMessage(byte[] part, boolean last) {
    if (overflow) {
      return;
    }
    int before = parts == null ? 0 : parts.size();
    if (part.length > limit - before) {
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
    overflow = true;
    parts = null;
    channel.close(SessionChannel.TOO_BIG, "");
    receiver.onError("max payload size exceeded");
  }
}
