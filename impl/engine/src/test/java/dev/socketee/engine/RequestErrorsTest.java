package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request of the protocol, and its answer, byte for byte. Source: reference 1.5. */
class RequestErrorsTest {

  private static final String BAD_REQUEST = "{\"code\":3,\"message\":\"Bad request\"}";
  private static final EngineHooks REFUSING =
      new EngineHooks() {
        @Override
        public Optional<String> refuse(EngineRequest request) {
          return Optional.of("not you");
        }
      };

  private final EngineFixture engine = new EngineFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // code 0
        "GET  | EIO=4                                       | 0 | Transport unknown",
        "GET  | EIO=4&transport=                            | 0 | Transport unknown",
        "GET  | EIO=4&transport=tobi                        | 0 | Transport unknown",
        "GET  | EIO=4&transport=webtransport                | 0 | Transport unknown",
        "GET  | EIO=4&transport=Polling                     | 0 | Transport unknown",
        "GET  | EIO=4&transport=constructor                 | 0 | Transport unknown",
        "GET  | EIO=4&transport=__proto__                   | 0 | Transport unknown",
        // code 1
        "GET  | EIO=4&transport=polling&sid=nobody          | 1 | Session ID unknown",
        "POST | EIO=4&transport=polling&sid=nobody          | 1 | Session ID unknown",
        "POST | EIO=4&transport=polling&sid=                | 2 | Bad handshake method",
        "GET  | EIO=4&transport=polling&sid=__proto__       | 1 | Session ID unknown",
        "GET  | EIO=4&transport=polling&sid=constructor     | 1 | Session ID unknown",
        // code 2
        "POST    | EIO=4&transport=polling                  | 2 | Bad handshake method",
        "PUT     | EIO=4&transport=polling                  | 2 | Bad handshake method",
        "HEAD    | EIO=4&transport=polling                  | 2 | Bad handshake method",
        "OPTIONS | EIO=4&transport=polling                  | 2 | Bad handshake method",
        "POST    | EIO=4&transport=websocket                | 2 | Bad handshake method",
        // code 3
        "GET  | EIO=4&transport=websocket                   | 3 | Bad request",
        // code 5
        "GET  | transport=polling                           | 5 | Unsupported protocol version",
        "GET  | EIO=&transport=polling                      | 5 | Unsupported protocol version",
        "GET  | EIO=3&transport=polling                     | 5 | Unsupported protocol version",
        "GET  | EIO=5&transport=polling                     | 5 | Unsupported protocol version",
        "GET  | EIO=04&transport=polling                    | 5 | Unsupported protocol version",
      })
  void request_ofNoSession_isAnsweredWithItsCode(
      String method, String query, int code, String message) {
    FakeExchange exchange = engine.handle(method, query);

    exchange.answers(400, "{\"code\":" + code + ",\"message\":\"" + message + "\"}");
    assertThat(exchange.response().headers()).containsExactly(json());
    assertThat(engine.accepted()).isZero();
    engine.isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"EIO=3&transport=polling", "transport=polling", "EIO=4&transport=websocket"})
  void request_contradictingItsSession_isBad(String query) {
    PollingClient client = engine.connectPolling();

    FakeExchange exchange = engine.handle("GET", query + "&sid=" + client.sid());

    exchange.answers(400, BAD_REQUEST);
    assertThat(exchange.response().headers()).containsExactly(json());
    client.listener().isOpen();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void polling_ofAWebSocketSession_isBad(String method) {
    WebSocketClient client = engine.connectWebSocket();

    FakeExchange exchange =
        engine.handle(method, EngineFixture.POLLING + "&sid=" + client.session().id());

    exchange.answers(400, BAD_REQUEST);
    client.isOpen().listener().isOpen();
  }

  @Test
  void transport_notEnabled_isUnknown() {
    EngineFixture webSocketOnly =
        new EngineFixture(options -> options.transports(Set.of(TransportName.WEBSOCKET)));

    webSocketOnly
        .handle("GET", EngineFixture.POLLING)
        .answers(400, "{\"code\":0,\"message\":\"Transport unknown\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a\u0000b", "http://a\u0007", "http://\u007f", "http://\u0100"})
  void origin_withACharacterThatNoHeaderHas_isBad(String origin) {
    FakeExchange exchange =
        new FakeExchange(FakeRequest.of("GET", EngineFixture.POLLING)).with("origin", origin);

    engine.handle(exchange).answers(400, BAD_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org", "null", "http://b\u00fccher.example", "a\tb", ""})
  void origin_thatAHeaderCanHave_isServed(String origin) {
    FakeExchange exchange =
        new FakeExchange(FakeRequest.of("GET", EngineFixture.POLLING)).with("origin", origin);

    assertThat(engine.handle(exchange).response().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "BREW"})
  void method_unknownToASession_isAnswered500WithoutBody(String method) {
    PollingClient client = engine.connectPolling();

    FakeExchange exchange = engine.handle(client.request(method));

    exchange.answers(500, "");
    assertThat(exchange.response().headers()).isEmpty();
    client.listener().isOpen();
  }

  @Test
  void refusal_byTheApplication_isForbiddenWithItsMessage() {
    EngineFixture guarded = new EngineFixture(options -> options, REFUSING);

    FakeExchange exchange = guarded.handle("GET", EngineFixture.POLLING);

    exchange.answers(403, "{\"code\":4,\"message\":\"not you\"}");
    assertThat(exchange.response().headers()).containsExactly(json());
    assertThat(guarded.accepted()).isZero();
  }

  @Test
  void refusal_withSpecialCharacters_isStillJson() {
    EngineFixture guarded =
        new EngineFixture(
            options -> options,
            new EngineHooks() {
              @Override
              public Optional<String> refuse(EngineRequest request) {
                return Optional.of("say \"please\"\n");
              }
            });

    guarded
        .handle("GET", EngineFixture.POLLING)
        .answers(403, "{\"code\":4,\"message\":\"say \\\"please\\\"\\n\"}");
  }

  /** Each request has its own fault and all later ones; the first in order is the answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | EIO=3&transport=tobi&sid=nobody    | bad  | 0",
        "POST | EIO=3&transport=polling&sid=nobody | bad  | 3",
        "POST | EIO=3&transport=polling&sid=nobody | good | 1",
        "POST | EIO=3&transport=websocket          | good | 2",
        "GET  | EIO=3&transport=websocket          | good | 3",
        "GET  | EIO=3&transport=polling            | good | 4",
      })
  void faults_severalAtOnce_areFoundInTheReferencesOrder(
      String method, String query, String origin, int code) {
    EngineFixture guarded = new EngineFixture(options -> options, REFUSING);
    FakeExchange exchange =
        new FakeExchange(FakeRequest.of(method, query))
            .with("origin", origin.equals("bad") ? "\u0000" : "http://example.org");

    assertThat(guarded.handle(exchange).text()).startsWith("{\"code\":" + code + ",");
  }

  @Test
  void refusal_isNotAskedForRequestsOfASession() {
    boolean[] closed = {false};
    EngineFixture guarded =
        new EngineFixture(
            options -> options,
            new EngineHooks() {
              @Override
              public Optional<String> refuse(EngineRequest request) {
                return closed[0] ? Optional.of("not you") : Optional.empty();
              }
            });
    PollingClient client = guarded.connectPolling();
    closed[0] = true;

    client.post("4hello").answers(200, "ok");
    client.get().isWaiting();
    client.openCandidate().says("2probe").hears("3probe");
  }

  private static java.util.Map.Entry<String, String> json() {
    return java.util.Map.entry("Content-Type", "application/json");
  }
}
