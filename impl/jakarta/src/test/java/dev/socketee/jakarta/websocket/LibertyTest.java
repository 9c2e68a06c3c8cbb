package dev.socketee.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibertyTest {

  private final List<String> calls = new ArrayList<>();
  private @Nullable HttpSession present;

  private final HttpServletRequest request =
      proxy(
          HttpServletRequest.class,
          (self, method, args) -> {
            calls.add(method.getName() + List.of(args == null ? new Object[0] : args));
            return present;
          });

  private final Session session =
      proxy(
          Session.class,
          (self, method, args) -> {
            calls.add(method.getName() + List.of(args));
            return null;
          });

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Liberty closes the WebSocket of a user when the session expires that it asked for. */
  @Test
  void upgrade_withoutASession_makesNone() {
    assertThat(Liberty.withoutNewSession(request).getSession()).isNull();
    assertThat(calls).containsExactly("getSession[false]");
  }

  @Test
  void upgrade_withASession_hasIt() {
    HttpSession known = proxy(HttpSession.class, (self, method, args) -> null);
    present = known;

    assertThat(Liberty.withoutNewSession(request).getSession()).isSameAs(known);
  }

  /** A frame is in memory before we are shown it: 2 GiB of it without a limit. */
  @ParameterizedTest
  @CsvSource({"1000000, 2000000", "2000000000, 2147483647"})
  void frames_areLimited_aboveTheLargestMessage(int maxPayload, int largest) {
    Liberty.limitFrames(session, maxPayload);

    assertThat(calls)
        .containsExactly(
            "setMaxTextMessageBufferSize[%d]".formatted(largest),
            "setMaxBinaryMessageBufferSize[%d]".formatted(largest));
  }
}
