package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;
import dev.socketee.protocol.engine.Utf8;
import jakarta.websocket.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Puts text messages together from their parts, within a limit that no container enforces by
 * itself. The container calls it with one part at a time.
 */
final class TextParts implements MessageHandler.Partial<String> {

  private final WebSocketReceiver receiver;
  private final PartLimits limits;
  private @Nullable StringBuilder parts;

  TextParts(WebSocketChannel channel, WebSocketReceiver receiver, int limit) {
    this.receiver = receiver;
    this.limits = new PartLimits(channel, receiver, limit);
  }

  @Override
  public void onMessage(String part, boolean last) {
    if (!limits.admits(last)) {
      parts = null;
      return;
    }
    if (last && parts == null) {
      deliver(part);
      return;
    }
    StringBuilder collected = parts == null ? new StringBuilder(part.length() * 2) : parts;
    collected.append(part);
    if (last) {
      parts = null;
      deliver(collected.toString());
    } else if (collected.length() > limits.maxSize()) {
      tooLarge();
    } else {
      parts = collected;
    }
  }

  private void deliver(String message) {
    // A char is three bytes at most, and one at least.
    if (message.length() > limits.maxSize()
        || (message.length() > limits.maxSize() / 3 && Utf8.length(message) > limits.maxSize())) {
      tooLarge();
    } else {
      receiver.onText(message);
    }
  }

  private void tooLarge() {
    parts = null;
    limits.tooLarge();
  }
}
