package dev.socketee.jakarta.json;

import dev.socketee.server.Emission;
import dev.socketee.server.ValueCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON by JSON-B. */
public final class JsonbValueCodec implements ValueCodec, AutoCloseable {

  private final Jsonb jsonb = JsonbBuilder.create();

  /** A codec with the platform's JSON-B. */
  public JsonbValueCodec() {}

  @Override
  public Emission encode(List<? extends @Nullable Object> values) {
    try {
      return new Emission(jsonb.toJson(values), List.of());
    } catch (JsonbException e) {
      throw new IllegalArgumentException("not encoded", e);
    }
  }

  @Override
  public @Nullable Object decode(String json, List<byte[]> attachments, Type type) {
    try {
      return jsonb.fromJson(json, type);
    } catch (JsonbException e) {
      throw new IllegalArgumentException("not decoded", e);
    }
  }

  @Override
  public void close() {
    try {
      jsonb.close();
    } catch (Exception e) {
      throw new IllegalStateException("not closed", e);
    }
  }
}
