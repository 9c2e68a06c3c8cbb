package dev.socketee.jakarta.json;

import dev.socketee.protocol.json.Placeholders;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns JSON into what it is in Java when nobody says what it should be: {@code Map}, {@code List},
 * {@code String}, {@code BigDecimal}, {@code Boolean}, {@code null}, as JSON-B has it (Jakarta JSON
 * Binding 3, 3.2, "java.lang.Object"), and {@code byte[]} for a placeholder.
 */
final class NaturalValues {

  private NaturalValues() {}

  /**
   * The value. Maps and lists can be modified.
   *
   * @throws IllegalArgumentException if a placeholder has no attachment
   */
  static @Nullable Object of(JsonValue json, Attachments attachments) {
    return switch (json.getValueType()) {
      case OBJECT -> object(json.asJsonObject(), attachments);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        json.asJsonArray().forEach(element -> list.add(of(element, attachments)));
        yield list;
      }
      case STRING -> ((JsonString) json).getString();
      case NUMBER -> ((JsonNumber) json).bigDecimalValue();
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  private static Object object(JsonObject json, Attachments attachments) {
    // A packet without attachments may contain anything, and nothing of it is a placeholder.
    Optional<byte[]> binary = attachments.isEmpty() ? Optional.empty() : binary(json, attachments);
    if (binary.isPresent()) {
      return binary.get();
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    json.forEach((name, value) -> map.put(name, of(value, attachments)));
    return map;
  }

  /**
   * What a placeholder stands for.
   *
   * @return empty if the JSON is no placeholder
   * @throws IllegalArgumentException if it is, and there is no such attachment
   */
  static Optional<byte[]> binary(JsonValue json, Attachments attachments) {
    if (!(json instanceof JsonObject object
        && JsonValue.TRUE.equals(object.get(Placeholders.MARK)))) {
      return Optional.empty();
    }
    return Optional.of(attachments.at(object.getInt(Placeholders.INDEX, -1)));
  }
}
