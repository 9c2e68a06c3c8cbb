package dev.socketee.jakarta.json;

import static dev.socketee.jakarta.json.Samples.CODEC;
import static dev.socketee.jakarta.json.Samples.bytes;
import static dev.socketee.jakarta.json.Samples.json;
import static dev.socketee.jakarta.json.Samples.placeholder;
import static dev.socketee.jakarta.json.Samples.read;
import static dev.socketee.jakarta.json.Samples.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.jakarta.json.Samples.Bean;
import dev.socketee.jakarta.json.Samples.Broken;
import dev.socketee.jakarta.json.Samples.Chatter;
import dev.socketee.jakarta.json.Samples.Picture;
import dev.socketee.jakarta.json.Samples.Secret;
import dev.socketee.spi.Emission;
import dev.socketee.test.ExpectedLogs;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Socket.IO 5, Packet encoding, binary. With Yasson in the version of WildFly 39. */
@SuppressWarnings("JavaUtilDate")
class JsonbBinaryTest {

  static Stream<Arguments> binaryTrees() {
    return Stream.of(
        arguments("array", bytes(1, 2), "%0", 1),
        arguments("empty array", bytes(), "%0", 1),
        arguments("buffer", ByteBuffer.wrap(bytes(9, 1, 2, 9), 1, 2), "%0", 1),
        arguments("read-only buffer", ByteBuffer.wrap(bytes(1, 2)).asReadOnlyBuffer(), "%0", 1),
        arguments("direct buffer", ByteBuffer.allocateDirect(2), "%0", 1),
        arguments("stream", new ByteArrayInputStream(bytes(1, 2)), "%0", 1),
        arguments("optional", Optional.of(bytes(1)), "%0", 1),
        arguments("in a list", List.of("x", bytes(1), List.of(bytes(2))), "[\"x\",%0,[%1]]", 2),
        arguments("in a map", Map.of("k", Map.of("l", bytes(1))), "{\"k\":{\"l\":%0}}", 1),
        arguments("in an array", new Object[] {bytes(1), 2}, "[%0,2]", 1),
        arguments("arrays", new byte[][] {bytes(1), bytes(2)}, "[%0,%1]", 2),
        arguments("in a record", new Picture("p", bytes(1)), "{\"data\":%0,\"name\":\"p\"}", 1),
        arguments("in a private record", new Secret(bytes(1)), "{\"data\":%0}", 1),
        arguments(
            "in records in a list",
            List.of(bytes(1), new Picture("p", bytes(2)), bytes(3)),
            "[%0,{\"data\":%1,\"name\":\"p\"},%2]",
            3));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("binaryTrees")
  void binary_anywhere_isAnAttachment(String where, Object value, String expected, int count) {
    Emission emission = CODEC.encode(List.of("event", value));

    String array = "[\"event\"," + expected + "]";
    for (int i = 0; i < count; i++) {
      array = array.replace("%" + i, placeholder(i));
    }
    assertThat(emission.json()).isEqualTo(array);
    assertThat(emission.attachments()).hasSize(count);
  }

  @Test
  void binary_inEveryKindOfProperty_goesOutAndComesBack() throws IOException {
    Bean bean = new Bean();
    bean.bytes = bytes(1);
    bean.buffer = ByteBuffer.wrap(bytes(2));
    bean.stream = new ByteArrayInputStream(bytes(3));
    bean.any = bytes(4);
    bean.anyArray = new Object[] {"x", bytes(5)};
    bean.arrays = new byte[][] {bytes(6), bytes(7)};
    bean.list = List.of(bytes(8));
    bean.map = Map.of("k", bytes(9));
    bean.anyMap = Map.of("k", List.of(bytes(10)));
    bean.anyCollection = List.of(bytes(11), "y");
    bean.optional = Optional.of(bytes(12));
    bean.text = "t";
    bean.setProperty("p");

    Emission emission = CODEC.encode(List.of(bean));
    String json = emission.json().substring(1, emission.json().length() - 1);
    Bean back = (Bean) CODEC.decode(json, emission.attachments(), Bean.class);

    assertThat(emission.attachments()).hasSize(12);
    assertThat(json).doesNotContain("internal");
    assertThat(back.bytes).isEqualTo(bytes(1));
    assertThat(back.buffer).isEqualTo(ByteBuffer.wrap(bytes(2)));
    assertThat(back.stream.readAllBytes()).isEqualTo(bytes(3));
    assertThat(back.any).isEqualTo(bytes(4));
    assertThat(back.anyArray).isEqualTo(new Object[] {"x", bytes(5)});
    assertThat(back.arrays).isDeepEqualTo(new byte[][] {bytes(6), bytes(7)});
    assertThat(back.list).containsExactly(bytes(8));
    assertThat(back.map.get("k")).isEqualTo(bytes(9));
    assertThat((List<?>) back.anyMap.get("k")).first().isEqualTo(bytes(10));
    assertThat(new ArrayList<Object>(back.anyCollection)).containsExactly(bytes(11), "y");
    assertThat(back.optional.orElseThrow()).isEqualTo(bytes(12));
    assertThat(back.text).isEqualTo("t");
    assertThat(back.getProperty()).isEqualTo("p");
  }

  @Test
  void array_changedAfterwards_isSentAsItWas() {
    byte[] reused = bytes(1, 2);

    Emission emission = CODEC.encode(List.of(reused));
    reused[0] = 9;

    assertThat(emission.attachments().get(0)).isEqualTo(bytes(1, 2));
  }

  @Test
  void buffer_written_keepsItsPosition() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes(1, 2, 3));
    buffer.get();

    assertThat(CODEC.encode(List.of(buffer)).attachments().get(0)).isEqualTo(bytes(2, 3));
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  void stream_written_isClosed() {
    List<String> calls = new ArrayList<>();
    InputStream stream =
        new FilterInputStream(new ByteArrayInputStream(bytes(1))) {
          @Override
          public void close() throws IOException {
            calls.add("close");
            super.close();
          }
        };

    assertThat(CODEC.encode(List.of(stream)).attachments().get(0)).isEqualTo(bytes(1));
    assertThat(calls).containsExactly("close");
  }

  @Test
  void stream_failing_isRefusedWithTheReason() {
    InputStream stream =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk on fire");
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            return read();
          }
        };

    assertThatThrownBy(() -> CODEC.encode(List.of("e", stream)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("cannot write (java.lang.String, ")
        .hasMessageContaining("the stream cannot be read")
        .hasRootCauseMessage("disk on fire");
  }

  @Test
  void encode_afterAFailedOne_startsAfresh(ExpectedLogs logs) {
    logs.allow("Generating incomplete JSON");
    assertThatThrownBy(() -> CODEC.encode(List.of(bytes(1), new Broken())))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(CODEC.encode(List.of(new Picture("p", bytes(2)))).attachments())
        .containsExactly(bytes(2));
    assertThatThrownBy(Attachments::current).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void encode_withinAnEncode_keepsTheirAttachmentsApart() {
    Emission emission = CODEC.encode(List.of(bytes(1), new Chatter(), new Picture("p", bytes(2))));

    assertThat(emission.attachments()).containsExactly(bytes(1), bytes(5), bytes(2));
    assertThat(emission.json()).contains("\"inner\":2", placeholder(1));
  }

  static Stream<Arguments> binaryTargets() {
    return Stream.of(
        arguments(byte[].class, bytes(1, 2)),
        arguments(ByteBuffer.class, ByteBuffer.wrap(bytes(1, 2))),
        arguments(Object.class, bytes(1, 2)));
  }

  @ParameterizedTest
  @MethodSource("binaryTargets")
  void placeholder_alone_isItsAttachment(Type type, Object expected) {
    assertThat(read(placeholder(1), type, bytes(9), bytes(1, 2))).isEqualTo(expected);
  }

  @Test
  void placeholder_forAStreamListOrOptional_isItsAttachment() throws IOException {
    assertThat(((InputStream) read(placeholder(0), InputStream.class, bytes(1))).readAllBytes())
        .isEqualTo(bytes(1));
    assertThat((List<?>) read("[" + placeholder(0) + "]", type("binaries"), bytes(1)))
        .first()
        .isEqualTo(bytes(1));
    assertThat((Optional<?>) read(placeholder(0), type("optionalBytes"), bytes(1)))
        .hasValueSatisfying(value -> assertThat(value).isEqualTo(bytes(1)));
    assertThat((Optional<?>) read("null", type("optionalBytes"))).isEmpty();
  }

  @Test
  void placeholder_spelledOtherwise_isOneToo() {
    assertThat(read("{ \"num\" : 0, \"x\":1, \"_placeholder\" : true }", byte[].class, bytes(1)))
        .isEqualTo(bytes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"_placeholder\":false,\"num\":0}", "{\"_placeholder\":1}", "{}"})
  void object_thatIsNoPlaceholder_isAnObject(String json) {
    assertThat(read(json, Object.class)).isInstanceOf(Map.class);
  }

  @Test
  void placeholder_inJsonValue_staysAnObject() {
    assertThat(read(placeholder(0), JsonObject.class, bytes(1)).toString())
        .isEqualTo(placeholder(0));
  }

  /** A plain event may contain anything; only binary ones have placeholders (reference 1.16). */
  @Test
  void placeholder_inAPacketWithoutAttachments_isAnObject() {
    assertThat(read(placeholder(0), Object.class)).isInstanceOf(Map.class);
  }

  @Test
  void placeholder_forAMap_isRefusedAsBinary() {
    assertThatThrownBy(() -> read(placeholder(0), type("objectMap"), bytes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the value is binary");
  }

  @Test
  void codec_fromManyThreads_mixesNothingUp() {
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<CompletableFuture<Void>> runs =
          IntStream.range(0, threads)
              .mapToObj(id -> CompletableFuture.runAsync(() -> roundTrips(id, start), pool))
              .toList();
      start.countDown();
      CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new))
          .orTimeout(60, TimeUnit.SECONDS)
          .join();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void roundTrips(int id, CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    for (int n = 0; n < 300; n++) {
      Picture sent = new Picture(id + "/" + n, bytes(id, n));
      Emission emission = CODEC.encode(List.of(bytes(n), sent));
      String json = emission.json();
      Picture back =
          (Picture)
              CODEC.decode(
                  json.substring(json.indexOf(',', json.indexOf('}')) + 1, json.length() - 1),
                  emission.attachments(),
                  Picture.class);
      assertThat(back.name()).isEqualTo(sent.name());
      assertThat(back.data()).isEqualTo(sent.data());
    }
  }
}
