package dev.socketee.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What has gone wrong in other implementations, as far as the binding to a container is concerned
 * (reference 6).
 *
 * <p>Those of the WebSocket library {@code ws} are the container's here: CVE-2024-37890 (too many
 * headers), CVE-2026-45736 (memory disclosure by the reason of a close; none is ever sent).
 * CVE-2026-48779 (tiny fragments) is in {@link PartsTest}: containers hand the fragments on.
 */
@DisplayName("6 security checklist: the container's binding")
class JakartaAdvisoriesTest {

  private final List<Throwable> failures = new ArrayList<>();

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** A session whose connection was reset, in one of the ways that containers have to say so. */
  private static Session reset(Exception how) {
    RemoteEndpoint.Async remote =
        proxy(
            RemoteEndpoint.Async.class,
            (self, method, args) -> {
              if (how instanceof RuntimeException) {
                throw how;
              }
              ((SendHandler) args[1]).onResult(new SendResult(how));
              return null;
            });
    return proxy(
        Session.class,
        (self, method, args) ->
            switch (method.getName()) {
              case "getAsyncRemote" -> remote;
              case "close", "setMaxIdleTimeout" -> throw how;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  /** CVE-2022-41940: a connection that was reset while it was refused crashed the server. */
  @Test
  void cve_2022_41940_resetWhileClosing_isNobodysProblem() {
    for (Exception how :
        List.of(new IOException("connection reset"), new IllegalStateException("closed"))) {
      SessionChannel channel = new SessionChannel(reset(how), Runnable::run);

      assertThatCode(() -> channel.close(1000, "")).doesNotThrowAnyException();
    }
  }

  /** CVE-2022-41940: a reset while something is sent is told to the engine, and to nobody else. */
  @Test
  void cve_2022_41940_resetWhileSending_isToldToTheEngine() {
    for (Exception how :
        List.of(new IOException("connection reset"), new IllegalStateException("closed"))) {
      SessionChannel channel = new SessionChannel(reset(how), Runnable::run);
      channel.sendText("4a", failures::add);
      channel.sendBinary(new byte[] {1}, failures::add);
    }

    assertThat(failures).hasSize(4).doesNotContainNull();
  }

  /** CVE-2026-45736: what a close frame says beside its code could hold memory of others. */
  @Test
  void cve_2026_45736_reasonOfAClose_isEmpty() {
    List<String> reasons = new ArrayList<>();
    Session session =
        proxy(
            Session.class,
            (self, method, args) -> {
              if (method.getName().equals("close")) {
                reasons.add(((CloseReason) args[0]).getReasonPhrase());
              }
              return null;
            });

    new SessionChannel(session, Runnable::run).close(1009, "");

    assertThat(reasons).containsExactly("");
  }
}
