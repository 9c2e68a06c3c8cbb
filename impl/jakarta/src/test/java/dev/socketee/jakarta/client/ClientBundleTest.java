package dev.socketee.jakarta.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the real bundle, which the build has put on the class path. Reference 1.15. */
class ClientBundleTest {

  private final ClientBundle bundle = ClientBundle.open();

  private HttpResponse get(String name, String... header) {
    return serve("GET", name, header);
  }

  private HttpResponse serve(String method, String name, String... header) {
    Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
    return bundle.serve(name, new Request(method, headers)).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket.io.js",
        "socket.io.min.js",
        "socket.io.esm.min.js",
        "socket.io.msgpack.min.js",
        "socket.io.js.map",
        "socket.io.min.js.map",
        "socket.io.esm.min.js.map",
        "socket.io.msgpack.min.js.map",
      })
  void file_ofTheBundle_isServedInFull(String name) {
    HttpResponse response = get(name);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("Cache-Control", "public, max-age=0")
        .containsEntry(
            "Content-Type",
            name.endsWith(".map")
                ? "application/json; charset=utf-8"
                : "application/javascript; charset=utf-8")
        .containsEntry("ETag", "\"" + bundle.version() + "\"")
        .containsEntry("Vary", "Accept-Encoding")
        .doesNotContainKey("Content-Encoding");
    assertThat(response.body()).hasSizeGreaterThan(30_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socket.io.esm.js", "socket.io.msgpack.js", "", "socket.io.js.br", "client.properties",
        "LICENSE", "SOCKET.IO.JS", "/socket.io.js", "../client/socket.io.js", "socket.io.js/",
      })
  void file_ofAnyOtherName_isLeftToTheEngine(String name) {
    assertThat(bundle.serve(name, new Request("GET", Map.of()))).isEmpty();
  }

  @Test
  void bundle_real_namesItsVersion() {
    assertThat(bundle.version()).matches("4\\.\\d+\\.\\d+");
    assertThat(new String(get("socket.io.js").body(), UTF_8)).contains("v" + bundle.version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br | br",
        "br;q=0, gzip | gzip",
        "br;q=0.0, gzip;q=0, deflate | deflate",
        "deflate | deflate",
        "gzip;q=0.5 | gzip",
        "GZIP | gzip",
        "* | br",
        "*, br;q=0 | gzip",
        "identity | ",
        "zstd | ",
        "br;q=0 | ",
        "*;q=0 | ",
      })
  void coding_accepted_theBestOneIsTaken(String acceptEncoding, String coding) {
    assertThat(
            get("socket.io.js", "accept-encoding", acceptEncoding)
                .headers()
                .get("Content-Encoding"))
        .isEqualTo(coding);
  }

  @Test
  void body_compressed_isThePlainOne() throws IOException {
    byte[] plain = get("socket.io.min.js").body();
    byte[] gzip = get("socket.io.min.js", "accept-encoding", "gzip").body();
    byte[] deflate = get("socket.io.min.js", "accept-encoding", "deflate").body();
    byte[] brotli = get("socket.io.min.js", "accept-encoding", "br").body();

    assertThat(all(new GZIPInputStream(new ByteArrayInputStream(gzip)))).isEqualTo(plain);
    assertThat(all(new InflaterInputStream(new ByteArrayInputStream(deflate)))).isEqualTo(plain);
    assertThat(brotli).hasSizeLessThan(gzip.length);
  }

  private static byte[] all(InputStream in) throws IOException {
    try (in) {
      return in.readAllBytes();
    }
  }

  @ParameterizedTest
  @CsvSource({"'',304", "W/,304", "w/,200", "x,200"})
  void cached_strongOrWeak_is304WithoutAnything(String prefix, int status) {
    HttpResponse response =
        get("socket.io.js", "if-none-match", prefix + "\"" + bundle.version() + "\"");

    assertThat(response.status()).isEqualTo(status);
    if (status == 304) {
      assertThat(response.headers()).isEmpty();
      assertThat(response.body()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1.0.0\"", "*", ""})
  void cached_somethingElse_is200(String tag) {
    assertThat(get("socket.io.js", "if-none-match", tag).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HEAD", "POST", "PUT", "OPTIONS"})
  void otherMethod_request_isServedAll(String method) {
    assertThat(serve(method, "socket.io.js").body()).isEqualTo(get("socket.io.js").body());
  }

  private record Request(String method, Map<String, String> headers) implements EngineRequest {

    @Override
    public String url() {
      return "/socket.io/socket.io.js";
    }

    @Override
    public Map<String, String> query() {
      return Map.of();
    }

    @Override
    public String address() {
      return "127.0.0.1";
    }

    @Override
    public boolean secure() {
      return false;
    }

    @Override
    public EngineRequest snapshot() {
      return this;
    }
  }
}
