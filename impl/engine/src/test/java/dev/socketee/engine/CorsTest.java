package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.WEBSOCKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.socketee.engine.http.CorsOptions;
import dev.socketee.engine.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of cross-origin requests. Source: reference 1.12, CORS. */
class CorsTest {

  private static final String PAGE = "https://example.org";
  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private static CorsOptions any() {
    return new CorsOptions(
        true, List.of(), List.of(), CorsOptions.DEFAULT_METHODS, List.of(), List.of(), false, null);
  }

  private static CorsOptions only(String... origins) {
    return new CorsOptions(
        false,
        List.of(origins),
        List.of(),
        CorsOptions.DEFAULT_METHODS,
        List.of(),
        List.of(),
        false,
        null);
  }

  private static CorsOptions matching(String pattern) {
    return new CorsOptions(
        false,
        List.of(),
        List.of(Pattern.compile(pattern)),
        CorsOptions.DEFAULT_METHODS,
        List.of(),
        List.of(),
        false,
        null);
  }

  private static CorsOptions everything() {
    return new CorsOptions(
        false,
        List.of(PAGE),
        List.of(),
        List.of("GET", "POST"),
        List.of("x-token", "x-other"),
        List.of("x-exposed", "x-too"),
        true,
        Duration.ofMinutes(10));
  }

  private static EngineFixture engine(CorsOptions cors) {
    return new EngineFixture(options -> options.cors(cors));
  }

  private static FakeExchange request(EngineFixture engine, String method, String origin) {
    return engine.handle(new FakeExchange(FakeRequest.of(method, POLLING)).with("origin", origin));
  }

  // --- off

  @Test
  void off_noHeaderIsAdded() {
    EngineFixture engine = new EngineFixture();

    assertThat(request(engine, "GET", PAGE).response().headers().keySet())
        .containsExactlyInAnyOrder("Content-Type", "cache-control");
  }

  @Test
  void off_preflight_isABadHandshake() {
    request(new EngineFixture(), "OPTIONS", PAGE)
        .answers(400, "{\"code\":2,\"message\":\"Bad handshake method\"}");
  }

  // --- the preflight

  @Test
  void preflight_byDefault_isTheReferences() {
    FakeExchange preflight =
        new FakeExchange(FakeRequest.of("OPTIONS", POLLING))
            .with("origin", PAGE)
            .with("access-control-request-method", "POST")
            .with("access-control-request-headers", "x-token,content-type");

    engine(only(PAGE)).handle(preflight).answers(204, "");

    assertThat(preflight.response().headers())
        .containsOnly(
            entry(ALLOW_ORIGIN, PAGE),
            entry("Vary", "Origin, Access-Control-Request-Headers"),
            entry("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE"),
            entry("Access-Control-Allow-Headers", "x-token,content-type"));
  }

  @Test
  void preflight_anyOrigin_variesByTheHeadersOnly() {
    FakeExchange preflight = request(engine(any()), "OPTIONS", PAGE);

    preflight.answers(204, "");
    assertThat(preflight.response().headers())
        .containsOnly(
            entry(ALLOW_ORIGIN, "*"),
            entry("Vary", "Access-Control-Request-Headers"),
            entry("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE"));
  }

  @Test
  void preflight_everythingSet_saysEverything() {
    FakeExchange preflight =
        new FakeExchange(FakeRequest.of("OPTIONS", POLLING))
            .with("origin", PAGE)
            .with("access-control-request-headers", "x-something");

    engine(everything()).handle(preflight).answers(204, "");

    assertThat(preflight.response().headers())
        .containsOnly(
            entry(ALLOW_ORIGIN, PAGE),
            entry("Vary", "Origin"),
            entry("Access-Control-Allow-Credentials", "true"),
            entry("Access-Control-Allow-Methods", "GET,POST"),
            entry("Access-Control-Allow-Headers", "x-token,x-other"),
            entry("Access-Control-Max-Age", "600"),
            entry("Access-Control-Expose-Headers", "x-exposed,x-too"));
  }

  @Test
  void preflight_originNotAllowed_doesNotNameIt() {
    FakeExchange preflight = request(engine(only(PAGE)), "OPTIONS", "https://evil.example");

    preflight.answers(204, "");
    assertThat(preflight.response().headers()).doesNotContainKey(ALLOW_ORIGIN);
  }

  @Test
  void preflight_withTheIdOfASession_isStillAPreflight() {
    EngineFixture engine = engine(any());
    PollingClient client = engine.connectPolling();

    engine.handle(client.request("OPTIONS").with("origin", PAGE)).answers(204, "");

    client.listener().isOpen();
  }

  // --- origins

  @Test
  void anyOrigin_isAStarAndDoesNotVary() {
    Map<String, String> headers = request(engine(any()), "GET", PAGE).response().headers();

    assertThat(headers).containsEntry(ALLOW_ORIGIN, "*").doesNotContainKey("Vary");
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org,      true",
    "https://other.example,    true",
    "https://example.org:8443, false",
    "http://example.org,       false",
    "https://example.org.evil, false",
    "null,                     false",
  })
  void list_reflectsTheOriginsInIt(String origin, boolean allowed) {
    assertReflects(engine(only(PAGE, "https://other.example")), origin, allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example.org,             true",
    "https://b.example.org,             true",
    "https://example.org,               false",
    "https://a.example.org.evil,        false",
    "https://evil/?https://a.example.org, false",
  })
  void pattern_reflectsTheOriginsThatMatchAsAWhole(String origin, boolean allowed) {
    assertReflects(engine(matching("https://[a-z]+\\.example\\.org")), origin, allowed);
  }

  @Test
  void list_noOrigin_variesNevertheless() {
    Map<String, String> headers = request(engine(only(PAGE)), "GET", null).response().headers();

    assertThat(headers).containsEntry("Vary", "Origin").doesNotContainKey(ALLOW_ORIGIN);
  }

  private static void assertReflects(EngineFixture engine, String origin, boolean allowed) {
    FakeExchange exchange = request(engine, "GET", origin);

    assertThat(exchange.response().status()).as("it is served all the same").isEqualTo(200);
    assertThat(exchange.responseHeader("Vary")).isEqualTo("Origin");
    assertThat(exchange.responseHeader(ALLOW_ORIGIN)).isEqualTo(allowed ? origin : null);
  }

  // --- which responses

  @Test
  void credentialsAndExposedHeaders_areOnEveryResponse() {
    assertThat(request(engine(everything()), "GET", PAGE).response().headers())
        .containsEntry("Access-Control-Allow-Credentials", "true")
        .containsEntry("Access-Control-Expose-Headers", "x-exposed,x-too")
        .doesNotContainKey("Access-Control-Allow-Methods");
  }

  @Test
  void everyResponseOfASession_hasTheHeaders() {
    EngineFixture engine = engine(only(PAGE));
    PollingClient client = engine.connectPolling();

    FakeExchange get = engine.handle(client.request("GET").with("origin", PAGE));
    FakeExchange post =
        engine.handle(client.request("POST").with("origin", PAGE).withPackets("4a"));
    FakeExchange put = engine.handle(client.request("PUT").with("origin", PAGE));
    FakeExchange overlap = engine.handle(client.request("GET").with("origin", PAGE));

    post.answers(200, "ok");
    put.answers(500, "");
    overlap.answers(400, "");
    get.carries("1");
    for (FakeExchange exchange : List.of(get, post, put, overlap)) {
      assertThat(exchange.responseHeader(ALLOW_ORIGIN)).isEqualTo(PAGE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EIO=4&transport=tobi",
        "EIO=4&transport=polling&sid=nobody",
        "EIO=3&transport=polling"
      })
  void errors_haveTheHeaders(String query) {
    FakeExchange exchange = new FakeExchange(FakeRequest.of("GET", query)).with("origin", PAGE);

    engine(only(PAGE)).handle(exchange);

    assertThat(exchange.response().status()).isEqualTo(400);
    assertThat(exchange.responseHeader(ALLOW_ORIGIN)).isEqualTo(PAGE);
  }

  @Test
  void upgrades_haveTheHeadersOnTheirResponseToo() {
    EngineFixture engine = engine(only(PAGE));

    UpgradeVerdict granted =
        engine.server().upgrade(FakeRequest.upgrade(WEBSOCKET).with("origin", PAGE));
    UpgradeVerdict refused =
        engine.server().upgrade(FakeRequest.upgrade("EIO=4").with("origin", PAGE));

    assertThat(((UpgradeVerdict.Granted) granted).headers()).containsEntry(ALLOW_ORIGIN, PAGE);
    assertThat(((UpgradeVerdict.Refused) refused).response().headers())
        .containsEntry(ALLOW_ORIGIN, PAGE);
  }

  @Test
  void upgrade_originNotAllowed_isServed() {
    assertThat(
            engine(only(PAGE))
                .server()
                .upgrade(FakeRequest.upgrade(WEBSOCKET).with("origin", "https://evil.example")))
        .isInstanceOf(UpgradeVerdict.Granted.class);
  }

  @Test
  void response_thatIsNotOfTheEngine_getsTheHeadersToo() {
    EngineFixture engine = engine(only(PAGE));
    HttpResponse file = new HttpResponse(200, Map.of("Vary", "Accept-Encoding"), new byte[] {1});

    HttpResponse response =
        engine
            .server()
            .withCors(
                new FakeExchange(FakeRequest.of("GET", "")).with("origin", PAGE).request(), file);

    assertThat(response.headers())
        .containsEntry("Vary", "Accept-Encoding, Origin")
        .containsEntry("Access-Control-Allow-Origin", PAGE);
    assertThat(response.body()).isSameAs(file.body());
  }
}
