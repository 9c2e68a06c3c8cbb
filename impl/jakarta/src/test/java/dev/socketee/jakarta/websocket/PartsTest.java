package dev.socketee.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.EngineLimit;
import dev.socketee.engine.WebSocketChannel;
import dev.socketee.engine.WebSocketReceiver;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Messages that arrive in parts, and the limits that are ours because no container has them. */
class PartsTest {

  private static final int LIMIT = 2560;

  /** 1,000 of any size, and one for each 256 bytes. */
  private static final int PARTS = 1010;

  private final List<String> events = new ArrayList<>();

  private final WebSocketChannel channel =
      new WebSocketChannel() {
        @Override
        public void sendText(String text, SendCallback callback) {
          throw new AssertionError("whoever takes parts sends nothing");
        }

        @Override
        public void sendBinary(byte[] bytes, SendCallback callback) {
          throw new AssertionError("whoever takes parts sends nothing");
        }

        @Override
        public void close(int code, String reason) {
          events.add("close " + code);
        }
      };

  private final WebSocketReceiver receiver =
      new WebSocketReceiver() {
        @Override
        public void onText(String text) {
          events.add("text " + text.length());
        }

        @Override
        public void onBinary(byte[] bytes) {
          events.add("binary " + bytes.length);
        }

        @Override
        public void onClose() {
          events.add("closed");
        }

        @Override
        public void onLimit(EngineLimit limit, String description) {
          events.add(limit + ": " + description);
        }

        @Override
        public void onError(@Nullable String description) {
          events.add("error " + description);
        }
      };

  private final TextParts text = new TextParts(channel, receiver, LIMIT);
  private final BinaryParts binary = new BinaryParts(channel, receiver, LIMIT);

  private void text(int parts, String part, boolean last) {
    for (int i = 1; i <= parts; i++) {
      text.onMessage(part, last && i == parts);
    }
  }

  private void binary(int parts, String part, boolean last) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    for (int i = 1; i <= parts; i++) {
      binary.onMessage(bytes, last && i == parts);
    }
  }

  @Test
  void parts_asManyAsAllowed_areAMessage_eachTime() {
    for (int i = 0; i < 3; i++) {
      text(PARTS, "x", true);
      binary(PARTS, "x", true);
    }

    assertThat(events)
        .containsExactly(
            "text 1010", "binary 1010", "text 1010", "binary 1010", "text 1010", "binary 1010");
  }

  /** CVE-2026-48779: memory exhaustion by tiny fragments. Empty ones never reach the size. */
  @Test
  void parts_emptyOnesWithoutEnd_closeWithPolicyViolation() {
    text(5000, "", false);
    binary(5000, "", false);

    assertThat(events)
        .containsExactly(
            "close 1008",
            "MESSAGE_PARTS: a message of too many parts",
            "close 1008",
            "MESSAGE_PARTS: a message of too many parts");
  }

  @Test
  void parts_lastOneTooMany_isNotDelivered() {
    text(PARTS + 1, "x", true);
    text(1, "x", true);

    assertThat(events).containsExactly("close 1008", "MESSAGE_PARTS: a message of too many parts");
  }

  @Test
  void size_upToTheLimit_isDelivered() {
    text(1, "x".repeat(LIMIT), true);
    text(2, "x".repeat(LIMIT / 2), true);
    text(1, "€".repeat(LIMIT / 3), true);
    binary(1, "x".repeat(LIMIT), true);
    binary(2, "x".repeat(LIMIT / 2), true);

    assertThat(events)
        .containsExactly("text 2560", "text 2560", "text 853", "binary 2560", "binary 2560");
  }

  @Test
  void size_pastTheLimit_closesWithTooBig_andNothingFollows() {
    text(2, "x".repeat(LIMIT / 2 + 1), true);
    text(1, "x", true);
    binary(2, "x".repeat(LIMIT / 2 + 1), false);
    binary(1, "x", true);

    assertThat(events)
        .containsExactly(
            "close 1009",
            "MAX_PAYLOAD: max payload size exceeded",
            "close 1009",
            "MAX_PAYLOAD: max payload size exceeded");
  }

  @Test
  void size_countsBytes_notCharacters() {
    text(1, "€".repeat(LIMIT / 3 + 1), true);

    assertThat(events).containsExactly("close 1009", "MAX_PAYLOAD: max payload size exceeded");
  }
}
