package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.test.ExpectedLogs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the hooks are told of requests that fail. Source: reference 1.5, connection_error. */
class FailureTest {

  private final List<String> told = new ArrayList<>();
  private final EngineFixture engine = new EngineFixture(options -> options, hooks());

  private EngineHooks hooks() {
    return new EngineHooks() {
      @Override
      public Optional<String> refuse(EngineRequest request) {
        return Optional.ofNullable(request.query().get("refuse"));
      }

      @Override
      public void failed(
          EngineRequest request, EngineError error, String message, Map<String, String> context) {
        told.add(error.code() + " " + message + " " + new TreeMap<>(context));
      }
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | EIO=4                                  | 0 Transport unknown {}",
        "GET  | EIO=4&transport=tobi                   | 0 Transport unknown {transport=tobi}",
        "GET  | EIO=4&transport=polling&sid=nobody     | 1 Session ID unknown {sid=nobody}",
        "POST | EIO=4&transport=polling                | 2 Bad handshake method {method=POST}",
        "GET  | EIO=4&transport=websocket              | 3 Bad request"
            + " {name=TRANSPORT_HANDSHAKE_ERROR}",
        "GET  | EIO=4&transport=polling&refuse=not you | 4 not you {message=not you}",
        "GET  | EIO=2&transport=polling                | 5 Unsupported protocol version"
            + " {protocol=2}",
        "GET  | transport=polling                      | 5 Unsupported protocol version {}",
      })
  void request_ofNoSession_isToldWithItsContext(String method, String query, String expected) {
    engine.handle(method, query);

    assertThat(told).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EIO=4&transport=tobi      | 0 Transport unknown {transport=tobi}",
        "EIO=4&transport=polling   | 3 Bad request {name=TRANSPORT_HANDSHAKE_ERROR}",
        "EIO=4&transport=websocket&sid=x | 1 Session ID unknown {sid=x}",
        "EIO=4&transport=websocket&refuse=no | 4 no {message=no}",
        "EIO=5&transport=websocket | 5 Unsupported protocol version {protocol=5}",
      })
  void upgrade_ofNoSession_isToldWithItsContext(String query, String expected) {
    assertThat(engine.server().upgrade(FakeRequest.upgrade(query)))
        .isInstanceOf(UpgradeVerdict.Refused.class);

    assertThat(told).containsExactly(expected);
  }

  @Test
  void request_contradictingItsSession_isToldHow() {
    String sid = "&sid=" + engine.connectPolling().sid();

    engine.handle("GET", "EIO=4&transport=websocket" + sid);
    engine.handle("GET", "EIO=3&transport=polling" + sid);
    engine.handle("GET", "transport=polling" + sid);
    engine.server().upgrade(FakeRequest.upgrade("EIO=3&transport=websocket" + sid));

    assertThat(told)
        .containsExactly(
            "3 Bad request {name=TRANSPORT_MISMATCH, previousTransport=polling,"
                + " transport=websocket}",
            "3 Bad request {name=PROTOCOL_MISMATCH, previousProtocol=4, protocol=3}",
            "3 Bad request {name=PROTOCOL_MISMATCH, previousProtocol=4}",
            "3 Bad request {name=PROTOCOL_MISMATCH, previousProtocol=4, protocol=3}");
  }

  @Test
  void request_inOrder_isNotTold() {
    engine.connectPolling().upgrade();
    engine.connectWebSocket();

    assertThat(told).isEmpty();
  }

  @Test
  void hook_thatFails_isLogged_andTheAnswerGoesOut(ExpectedLogs logs) {
    logs.expect("hook that is told of failures failed.*a bug of the application");
    EngineFixture failing =
        new EngineFixture(
            options -> options,
            new EngineHooks() {
              @Override
              public void failed(
                  EngineRequest request,
                  EngineError error,
                  String message,
                  Map<String, String> context) {
                throw new IllegalStateException("a bug of the application");
              }
            });

    failing.handle("GET", "EIO=4").answers(400, "{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  // --- a server that is being drained

  @Test
  void drain_handshakes_areRefusedWith503_andWhatIsThereGoesOn() {
    PollingClient client = engine.connectPolling();
    engine.server().drain();

    FakeExchange late = engine.handle("GET", EngineFixture.POLLING);
    assertThat(late.response().status()).isEqualTo(503);
    assertThat(new String(late.response().body(), StandardCharsets.UTF_8))
        .contains("accepts no new connections");
    UpgradeVerdict verdict = engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET));
    assertThat(((UpgradeVerdict.Refused) verdict).response().status()).isEqualTo(503);

    client.post("4a").answers(200, "ok");
    client.upgrade().says("4b");
    client.listener().received("a", "b");
    assertThat(told).isEmpty();
  }
}
