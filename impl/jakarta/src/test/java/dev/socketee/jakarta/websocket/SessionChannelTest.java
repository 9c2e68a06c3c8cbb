package dev.socketee.jakarta.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SessionChannelTest {

  private static final String TOMCAT_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  private final Queue<SendHandler> inFlight = new ArrayDeque<>();
  private final Map<String, Object> properties = new HashMap<>();
  private int closed;
  private Map<String, Object> propertiesAtClose = Map.of();

  private final RemoteEndpoint.Async remote =
      proxy(
          RemoteEndpoint.Async.class,
          (self, method, args) -> {
            inFlight.add((SendHandler) args[1]);
            return null;
          });

  private final Session session =
      proxy(
          Session.class,
          (self, method, args) ->
              switch (method.getName()) {
                case "getAsyncRemote" -> remote;
                case "getUserProperties" -> properties;
                case "close" -> {
                  closed++;
                  propertiesAtClose = Map.copyOf(properties);
                  yield null;
                }
                case "setMaxIdleTimeout" -> null;
                default -> throw new UnsupportedOperationException(method.getName());
              });

  private final Queue<Runnable> closings = new ArrayDeque<>();
  private final SessionChannel channel = new SessionChannel(session, closings::add);

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Containers may take seconds. */
  @Test
  void close_isLeftToOtherThreads() {
    channel.close(1000, "");
    channel.close(1000, "");
    assertThat(closed).isZero();

    closings.remove().run();

    assertThat(closed).isEqualTo(1);
    assertThat(closings).isEmpty();
  }

  /** Else the thread that closes a client which does not read has to wait for 20 s. */
  @Test
  void close_duringASend_doesNotWaitForItOnTomcat() {
    channel.sendBinary(new byte[1], failure -> {});
    channel.close(1000, "");
    closings.remove().run();

    assertThat(propertiesAtClose).containsEntry(TOMCAT_TIMEOUT, 50L);
  }

  @Test
  void close_betweenSends_hasAllTheTimeThatThereIs() {
    channel.sendText("4a", failure -> {});
    inFlight.remove().onResult(new SendResult());
    channel.close(1000, "");
    closings.remove().run();

    assertThat(propertiesAtClose).isEmpty();
  }
}
