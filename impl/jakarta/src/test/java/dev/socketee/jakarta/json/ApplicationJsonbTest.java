package dev.socketee.jakarta.json;

import static dev.socketee.jakarta.json.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.jakarta.json.Samples.Hidden;
import dev.socketee.jakarta.json.Samples.Message;
import dev.socketee.jakarta.json.Samples.Picture;
import dev.socketee.spi.Emission;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.config.BinaryDataStrategy;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The application's own JSON-B, by its configuration or as it is. */
class ApplicationJsonbTest {

  public record Titled(StringBuilder title) {}

  public static final class Upper implements JsonbAdapter<StringBuilder, String> {
    @Override
    public String adaptToJson(StringBuilder value) {
      return value.toString().toUpperCase(Locale.ROOT);
    }

    @Override
    public StringBuilder adaptFromJson(String value) {
      return new StringBuilder(value);
    }
  }

  private static JsonbConfig config() {
    return new JsonbConfig()
        .withPropertyNamingStrategy(PropertyNamingStrategy.UPPER_CAMEL_CASE)
        .withAdapters(new Upper())
        .withBinaryDataStrategy(BinaryDataStrategy.BASE_64)
        .withNullValues(true)
        .withFormatting(true);
  }

  @Test
  void config_isFollowed_andBinaryStaysBinary() {
    JsonbConfig config = config();
    try (JsonbValueCodec codec = new JsonbValueCodec(config)) {
      Emission written = codec.encode(List.of(new Picture(null, bytes(1, 2))));
      assertThat(written.json())
          .isEqualTo("[{\"Data\":{\"_placeholder\":true,\"num\":0},\"Name\":null}]");
      assertThat(written.attachments()).containsExactly(bytes(1, 2));
      Picture read =
          (Picture)
              codec.decode(
                  "{\"Name\":\"a\",\"Data\":{\"_placeholder\":true,\"num\":0}}",
                  List.of(bytes(3)),
                  Picture.class);
      assertThat(read.name()).isEqualTo("a");
      assertThat(read.data()).containsExactly(3);
      assertThat(codec.encode(List.of(new Titled(new StringBuilder("a")))).json())
          .isEqualTo("[{\"Title\":\"A\"}]");
      assertThat(codec.encode(List.of(new Hidden("a", 1))).json())
          .isEqualTo("[{\"Text\":\"a\",\"n\":1}]");
    }
    assertThat(config.getAsMap()).containsEntry(JsonbConfig.FORMATTING, true).hasSize(5);
  }

  @Test
  void jsonb_bindsBeans_andIsNotClosed() throws Exception {
    Jsonb jsonb = JsonbBuilder.create(config().withFormatting(false));
    try {
      JsonbValueCodec codec = new JsonbValueCodec(jsonb);
      assertThat(codec.encode(List.of(new Message("a", 1), bytes(1))).json())
          .isEqualTo("[{\"Count\":1,\"Text\":\"a\"},{\"_placeholder\":true,\"num\":0}]");
      assertThat(codec.decode("{\"Text\":\"a\",\"Count\":1}", List.of(bytes(1)), Message.class))
          .isEqualTo(new Message("a", 1));
      assertThat(codec.encode(List.of(new Picture("a", bytes(1)))).json())
          .isEqualTo("[{\"Data\":\"AQ==\",\"Name\":\"a\"}]");
      codec.close();
      assertThat(jsonb.toJson(Map.of("a", 1))).isEqualTo("{\"a\":1}");
    } finally {
      jsonb.close();
    }
  }

  @Test
  void jsonb_binaryWithinABeanArrives_isRefusedWithTheRemedy() throws Exception {
    Jsonb jsonb = JsonbBuilder.create();
    try {
      JsonbValueCodec codec = new JsonbValueCodec(jsonb);
      String picture = "{\"name\":\"a\",\"data\":{\"_placeholder\":true,\"num\":0}}";
      assertThatThrownBy(() -> codec.decode(picture, List.of(bytes(1)), Picture.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageEndingWith(
              "it contains binary values, which the application's own Jsonb does not know: provide"
                  + " a JsonbConfig instead of a Jsonb");
    } finally {
      jsonb.close();
    }
  }
}
