package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.CookieOptions;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.test.ExpectedLogs;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an application adds to responses. Source: reference 1.12, CORS, cookies, headers. */
class HooksTest {

  private static final EngineHooks ADDING =
      new EngineHooks() {
        @Override
        public void initialHeaders(EngineRequest request, Map<String, String> headers) {
          headers.put("x-initial", request.query().get("transport"));
        }

        @Override
        public void headers(EngineRequest request, Map<String, String> headers) {
          headers.put("x-each", request.method());
        }
      };

  private static final EngineHooks FAILING =
      new EngineHooks() {
        @Override
        public Optional<String> refuse(EngineRequest request) {
          if (request.query().containsKey("fail")) {
            throw new IllegalStateException("a bug of the application");
          }
          return Optional.empty();
        }

        @Override
        public void initialHeaders(EngineRequest request, Map<String, String> headers) {
          throw new IllegalStateException("a bug of the application");
        }

        @Override
        public void headers(EngineRequest request, Map<String, String> headers) {
          throw new IllegalStateException("a bug of the application");
        }
      };

  private final EngineFixture engine = new EngineFixture(options -> options, ADDING);

  @Test
  void headers_ofPolling_areAddedToEachResponseAndTheInitialOnesToTheFirst() {
    PollingClient client = engine.connectPolling();
    assertThat(client.handshake().response().headers())
        .containsEntry("x-initial", "polling")
        .containsEntry("x-each", "GET");

    client.session().send(EngineFrame.message("a"));
    assertThat(client.get().response().headers())
        .doesNotContainKey("x-initial")
        .containsEntry("x-each", "GET");
    assertThat(client.post("4a").response().headers())
        .doesNotContainKey("x-initial")
        .containsEntry("x-each", "POST");
  }

  @Test
  void headers_ofAWebSocketHandshake_areAddedToThe101() {
    assertThat(granted(FakeRequest.upgrade(WEBSOCKET)).headers())
        .containsEntry("x-initial", "websocket")
        .containsEntry("x-each", "GET");
  }

  @Test
  void headers_ofAnUpgrade_haveNotTheInitialOnes() {
    PollingClient client = engine.connectPolling();

    assertThat(granted(client.upgradeRequest()).headers())
        .doesNotContainKey("x-initial")
        .containsEntry("x-each", "GET");
  }

  @Test
  void headers_ofErrors_areNotTheHooksBusiness() {
    assertThat(engine.handle("GET", "EIO=4").response().headers()).doesNotContainKey("x-each");
  }

  @Test
  void headers_canBeChangedByTheHook() {
    EngineFixture changing =
        new EngineFixture(
            options -> options.cookie(CookieOptions.DEFAULT),
            new EngineHooks() {
              @Override
              public void initialHeaders(EngineRequest request, Map<String, String> headers) {
                headers.computeIfPresent("Set-Cookie", (name, value) -> value + "; Priority=High");
              }

              @Override
              public void headers(EngineRequest request, Map<String, String> headers) {
                headers.put("cache-control", "no-cache");
              }
            });

    FakeExchange handshake = changing.handle("GET", POLLING);

    assertThat(handshake.responseHeader("Set-Cookie")).endsWith("; Priority=High");
    assertThat(handshake.responseHeader("cache-control")).isEqualTo("no-cache");
  }

  @Test
  void headers_hookFails_isLoggedAndTheSessionGoesOn(ExpectedLogs logs) {
    logs.expect("hook that adds headers to a first response failed.*a bug of the application");
    logs.expect("hook that adds headers to a response failed.*a bug of the application");
    EngineFixture failing = new EngineFixture(options -> options, FAILING);

    PollingClient client = failing.connectPolling();
    FakeExchange get = client.get();
    client.session().send(EngineFrame.message("a"));
    client.post("4b").answers(200, "ok");

    get.carries("4a");
    assertThat(get.responseHeader("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
    client.listener().received("b");
    client.listener().isOpen();
    failing.connectWebSocket();
  }

  @Test
  void refuse_hookFails_isLoggedAndRefuses(ExpectedLogs logs) {
    logs.expect("a request was refused.*a bug of the application");
    EngineFixture failing = new EngineFixture(options -> options, FAILING);

    failing
        .handle("GET", POLLING + "&fail=1")
        .answers(403, "{\"code\":4,\"message\":\"Forbidden\"}");
    assertThat(failing.server().upgrade(FakeRequest.upgrade(WEBSOCKET + "&fail=1")))
        .isInstanceOf(UpgradeVerdict.Refused.class);
    failing.isEmpty();
  }

  private UpgradeVerdict.Granted granted(EngineRequest request) {
    return (UpgradeVerdict.Granted) engine.server().upgrade(request);
  }
}
