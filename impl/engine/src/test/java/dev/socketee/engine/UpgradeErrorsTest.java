package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * WebSocket handshakes that are refused before the 101. Source: reference 1.5, upgrade failures.
 */
class UpgradeErrorsTest {

  private final EngineFixture engine = new EngineFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EIO=4                                   | Transport unknown",
        "EIO=4&transport=tobi                    | Transport unknown",
        "EIO=4&transport=constructor             | Transport unknown",
        "EIO=4&transport=websocket&sid=nobody    | Session ID unknown",
        "EIO=4&transport=websocket&sid=__proto__ | Session ID unknown",
        "EIO=4&transport=polling                 | Bad request",
        "EIO=3&transport=websocket               | Unsupported protocol version",
        "transport=websocket                     | Unsupported protocol version",
      })
  void upgrade_notOfTheProtocol_isRefusedInPlainWords(String query, String message) {
    assertRefused(engine, FakeRequest.upgrade(query), message);
    assertThat(engine.accepted()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "upgrade,",
    "upgrade, h2c",
    "connection,",
    "connection, keep-alive",
    "sec-websocket-version,",
    "sec-websocket-version, 8",
    "sec-websocket-key,",
    "sec-websocket-key, short",
  })
  void upgrade_badHeaders_isRefused(String header, String value) {
    assertRefused(
        engine, FakeRequest.upgrade(EngineFixture.WEBSOCKET).with(header, value), "Bad request");
  }

  @Test
  void upgrade_post_isRefused() {
    FakeRequest request = FakeRequest.of("POST", EngineFixture.WEBSOCKET);
    FakeRequest.upgrade("").headers().forEach(request::with);

    assertRefused(engine, request, "Bad handshake method");
  }

  @Test
  void upgrade_illegalOrigin_isRefused() {
    assertRefused(
        engine,
        FakeRequest.upgrade(EngineFixture.WEBSOCKET).with("origin", "a\u0000"),
        "Bad request");
  }

  @Test
  void upgrade_ofASessionBadly_isRefusedAndTheSessionGoesOn() {
    PollingClient client = engine.connectPolling();

    String sid = "&sid=" + client.sid();
    assertRefused(engine, FakeRequest.upgrade("EIO=3&transport=websocket" + sid), "Bad request");
    assertRefused(engine, FakeRequest.upgrade("transport=websocket" + sid), "Bad request");
    assertRefused(engine, FakeRequest.upgrade("EIO=4&transport=polling" + sid), "Bad request");
    assertRefused(
        engine, client.upgradeRequest().with("sec-websocket-version", "8"), "Bad request");

    client.listener().isOpen();
  }

  @Test
  void upgrade_webSocketNotEnabled_isRefused() {
    EngineFixture pollingOnly =
        new EngineFixture(options -> options.transports(Set.of(TransportName.POLLING)));

    assertRefused(pollingOnly, FakeRequest.upgrade(EngineFixture.WEBSOCKET), "Transport unknown");
    assertRefused(pollingOnly, pollingOnly.connectPolling().upgradeRequest(), "Transport unknown");
  }

  @Test
  void upgrade_refusedByTheApplication_is400WithItsMessage() {
    EngineFixture guarded =
        new EngineFixture(
            options -> options,
            new EngineHooks() {
              @Override
              public Optional<String> refuse(EngineRequest request) {
                return Optional.of("not you");
              }
            });

    assertRefused(guarded, FakeRequest.upgrade(EngineFixture.WEBSOCKET), "not you");
  }

  private static void assertRefused(EngineFixture engine, EngineRequest request, String message) {
    UpgradeVerdict verdict = engine.server().upgrade(request);

    assertThat(verdict).isInstanceOf(UpgradeVerdict.Refused.class);
    HttpResponse response = ((UpgradeVerdict.Refused) verdict).response();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.headers())
        .containsEntry("Connection", "close")
        .containsEntry("Content-type", "text/html");
    assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(message);
  }
}
