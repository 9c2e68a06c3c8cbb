package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Several hooks of an application are one for the engine. */
class HooksAdapterTest {

  private static final EngineRequest REQUEST =
      (EngineRequest)
          Proxy.newProxyInstance(
              HooksAdapterTest.class.getClassLoader(),
              new Class<?>[] {EngineRequest.class, HttpRequest.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private final List<String> asked = new ArrayList<>();

  private RequestHooks answering(Optional<String> id) {
    return new RequestHooks() {
      @Override
      public Optional<String> generateId(HttpRequest request) {
        assertThat(request).isSameAs(REQUEST);
        asked.add(id.orElse("none"));
        return id;
      }
    };
  }

  private static Optional<String> generateId(RequestHooks... hooks) {
    return new HooksAdapter(List.of(hooks), new SocketIOServer()).generateId(REQUEST);
  }

  @Test
  void generateId_isTheFirstAnswer_andNobodyElseIsAsked() {
    Optional<String> id =
        generateId(
            new RequestHooks() {},
            answering(Optional.empty()),
            answering(Optional.of("a")),
            answering(Optional.of("b")));

    assertThat(id).hasValue("a");
    assertThat(asked).containsExactly("none", "a");
  }

  @Test
  void generateId_withoutAnAnswer_isEmpty() {
    assertThat(generateId()).isEmpty();
    assertThat(generateId(new RequestHooks() {}, answering(Optional.empty()))).isEmpty();
  }

  @Test
  void generateId_thatFails_isNotMadeUpForByTheNext() {
    RequestHooks failing =
        new RequestHooks() {
          @Override
          public Optional<String> generateId(HttpRequest request) {
            throw new IllegalStateException("a bug of the application");
          }
        };

    assertThatThrownBy(() -> generateId(failing, answering(Optional.of("b"))))
        .hasMessage("a bug of the application");
    assertThat(asked).isEmpty();
  }
}
