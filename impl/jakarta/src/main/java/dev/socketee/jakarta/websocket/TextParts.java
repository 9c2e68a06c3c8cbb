package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketReceiver;
import dev.socketee.protocol.engine.Utf8;
import jakarta.websocket.MessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Puts text messages together from their parts, within a limit that no container enforces by
 * itself. The container calls it with one part at a time.
 */
final class TextParts implements MessageHandler.Partial<String> {

  private final SessionChannel channel;
  private final WebSocketReceiver receiver;
  private final int limit;
  private @Nullable StringBuilder parts;
  private boolean overflow;

  TextParts(SessionChannel channel, WebSocketReceiver receiver, int limit) {
    this.channel = channel;
    this.receiver = receiver;
    this.limit = limit;
  }

  @Override
  public void onMessage(String part, boolean last) {
    if (overflow) {
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
    } else if (collected.length() > limit) {
      tooLarge();
    } else {
      parts = collected;
    }
  }

  private void deliver(String message) {
    // A char is three bytes at most, and one at least.
    if (message.length() > limit
        || (message.length() > limit / 3 && Utf8.length(message) > limit)) {
      tooLarge();
    } else {
      receiver.onText(message);
    }
  }

  private void tooLarge() {
    overflow = true;
    parts = null;
    channel.close(SessionChannel.TOO_BIG, "");
    receiver.onError("max payload size exceeded");
  }
}
