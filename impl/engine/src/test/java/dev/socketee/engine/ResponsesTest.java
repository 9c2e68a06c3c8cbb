package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.CookieOptions;
import dev.socketee.protocol.engine.EngineFrame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cookie, the old browsers and the compression. Source: reference 1.12 ({@code cookie}), 1.2
 * (legacy user agents), 1.13 (compression).
 */
class ResponsesTest {

  // --- the cookie

  @Test
  void cookie_isOnTheFirstPollingResponseOnly() {
    EngineFixture engine = new EngineFixture(options -> options.cookie(CookieOptions.DEFAULT));
    PollingClient client = engine.connectPolling();

    assertThat(client.handshake().responseHeader("Set-Cookie"))
        .isEqualTo("io=" + client.sid() + "; Path=/; HttpOnly; SameSite=Lax");
    client.session().send(EngineFrame.message("a"));
    assertThat(client.get().response().headers()).doesNotContainKey("Set-Cookie");
    assertThat(client.post("4a").response().headers()).doesNotContainKey("Set-Cookie");
  }

  @Test
  void cookie_isNotOnAWebSocketHandshake() {
    EngineFixture engine = new EngineFixture(options -> options.cookie(CookieOptions.DEFAULT));

    UpgradeVerdict verdict = engine.server().upgrade(FakeRequest.upgrade(EngineFixture.WEBSOCKET));

    assertThat(((UpgradeVerdict.Granted) verdict).headers()).isEmpty();
  }

  @Test
  void cookie_notConfigured_isNone() {
    assertThat(new EngineFixture().connectPolling().handshake().response().headers())
        .doesNotContainKey("Set-Cookie");
  }

  // --- old browsers

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0), 0",
    "Mozilla/4.0 (compatible;MSIE 8.0),                   0",
    "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0,",
    ",",
  })
  void xssProtection_isOffForOldInternetExplorersOnly(String agent, String expected) {
    EngineFixture engine = new EngineFixture();
    FakeExchange handshake =
        engine.handle(new FakeExchange(FakeRequest.of("GET", POLLING)).with("user-agent", agent));
    PollingClient client = new PollingClient(engine, engine.latest(), handshake);

    FakeExchange post =
        engine.handle(client.request("POST").with("user-agent", agent).withPackets("4a"));

    assertThat(handshake.responseHeader("X-XSS-Protection")).isEqualTo(expected);
    assertThat(post.responseHeader("X-XSS-Protection")).isEqualTo(expected);
  }

  // --- compression

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip                   | gzip",
        "GZIP                   | gzip",
        "gzip, deflate, br      | gzip",
        "deflate, gzip          | gzip",
        "deflate, gzip;q=0.5    | gzip",
        "deflate                | deflate",
        "gzip;q=0, deflate      | deflate",
        "gzip;q=0.000, deflate  | deflate",
        "gzip; q=0 , deflate    | deflate",
        "*                      | gzip",
        "gzip;q=0, *            | deflate",
        "br                     |",
        "identity               |",
        "gzip;q=0, deflate;q=0  |",
        "*;q=0                  |",
        "x-gzip                 |",
        "''                     |",
        "                       |",
      })
  void poll_largeEnough_isCompressedAsTheClientAccepts(String accepted, String coding)
      throws IOException {
    String text = "x".repeat(2_000);

    FakeExchange get = poll(new EngineFixture(), text, accepted);

    Map<String, String> headers = get.response().headers();
    assertThat(headers.get("Content-Encoding")).isEqualTo(coding);
    assertThat(headers).doesNotContainKey("Vary");
    assertThat(headers).containsEntry("Content-Type", "text/plain; charset=UTF-8");
    assertThat(decoded(get, coding)).isEqualTo("4" + text);
    if (coding != null) {
      assertThat(get.response().body().length).isLessThan(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"1022, false", "1023, true", "1024, true"})
  void poll_atTheThreshold_isCompressed(int characters, boolean compressed) {
    // One byte more for the type digit: the threshold is 1,024 bytes.
    FakeExchange get = poll(new EngineFixture(), "x".repeat(characters), "gzip");

    assertThat(get.response().headers().containsKey("Content-Encoding")).isEqualTo(compressed);
  }

  @Test
  void threshold_countsBytes() {
    FakeExchange get = poll(new EngineFixture(), "€".repeat(341), "gzip");

    assertThat(get.responseHeader("Content-Encoding")).as("1,024 bytes").isEqualTo("gzip");
  }

  @Test
  void threshold_other_isKept() {
    EngineFixture engine = new EngineFixture(options -> options.compressionThreshold(3));

    assertThat(poll(engine, "a", "gzip").responseHeader("Content-Encoding")).isNull();
    assertThat(poll(engine, "ab", "gzip").responseHeader("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void compression_off_isOff() {
    EngineFixture engine =
        new EngineFixture(options -> options.compressionThreshold(EngineOptions.NO_COMPRESSION));

    assertThat(poll(engine, "x".repeat(100_000), "gzip").responseHeader("Content-Encoding"))
        .isNull();
  }

  @Test
  void compression_ofPacketsThatAreNotWorthIt_dependsOnTheOthers() {
    EngineFixture engine = new EngineFixture();
    PollingClient client = engine.connectPolling();
    EngineFrame dense = EngineFrame.message("x".repeat(2000)).uncompressed();

    client.session().send(dense);
    client.session().send(dense);
    FakeExchange plain = engine.handle(client.request("GET").with("accept-encoding", "gzip"));
    client.session().send(dense);
    client.session().send(EngineFrame.message("a"));
    FakeExchange mixed = engine.handle(client.request("GET").with("accept-encoding", "gzip"));

    assertThat(plain.responseHeader("Content-Encoding")).isNull();
    assertThat(mixed.responseHeader("Content-Encoding")).isEqualTo("gzip");
  }

  private static FakeExchange poll(EngineFixture engine, String text, String accepted) {
    PollingClient client = engine.connectPolling();
    client.session().send(EngineFrame.message(text));
    return engine.handle(client.request("GET").with("accept-encoding", accepted));
  }

  private static String decoded(FakeExchange exchange, String coding) throws IOException {
    InputStream in = new ByteArrayInputStream(exchange.response().body());
    if ("gzip".equals(coding)) {
      in = new GZIPInputStream(in);
    } else if ("deflate".equals(coding)) {
      in = new InflaterInputStream(in);
    }
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
