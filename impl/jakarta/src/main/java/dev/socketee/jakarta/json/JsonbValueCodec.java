package dev.socketee.jakarta.json;

import dev.socketee.server.ValueCodec;
import dev.socketee.spi.Emission;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON by the container's JSON-B, with its defaults, or as the application configures it: among
 * them that a property that is {@code null} is left out, and that unknown ones are ignored.
 * Thread-safe.
 *
 * <p>Writing: strings, numbers, booleans, {@code JsonValue} and the collections of {@code
 * java.util} are written without JSON-B; there, what is no finite number becomes {@code null}, and
 * a {@code Date} what {@code JSON.stringify} makes of one. Within beans JSON-B decides.
 *
 * <p>Reading: a {@code String} is read from a string only, a number from a number that it can hold
 * exactly; {@code Object} becomes {@code Map}, {@code List}, {@code String}, {@code BigDecimal},
 * {@code Boolean} or {@code byte[]}. Within beans JSON-B decides, and Yasson for one cuts off what
 * an {@code int} cannot hold. A record has to be public to be read.
 *
 * <p>Binary, both ways and at any depth: {@code byte[]}, {@code ByteBuffer}, and {@code
 * InputStream}, which is read to its end and closed. What was received is handed out as it is, not
 * copied.
 */
public final class JsonbValueCodec implements ValueCodec, AutoCloseable {

  private static final Logger LOG = System.getLogger(JsonbValueCodec.class.getPackageName());
  private static final int LONGEST_REASON = 300;

  private final Jsonb jsonb;
  private final ValueReader reader;
  private final boolean own;

  /**
   * A codec with the JSON-B of the context class loader.
   *
   * @throws IllegalStateException if there is none, or none that serves
   */
  public JsonbValueCodec() {
    this(new JsonbConfig());
  }

  /**
   * A codec with the JSON-B of the context class loader, as the application configures it. What
   * binary and untyped values need is added, and wins.
   *
   * @param application its configuration, not modified
   * @throws IllegalStateException if there is no JSON-B, or none that serves
   */
  public JsonbValueCodec(JsonbConfig application) {
    own = true;
    try {
      JsonbConfig config = new JsonbConfig().withPropertyVisibilityStrategy(new RecordVisibility());
      application.getAsMap().forEach(config::setProperty);
      jsonb = JsonbBuilder.create(BinaryBinding.addTo(config.withFormatting(false)));
      reader = new ValueReader(jsonb, JsonProvider.provider(), true);
    } catch (JsonbException | jakarta.json.JsonException e) {
      throw new IllegalStateException(
          "there is no implementation of JSON-B or JSON-P: if the server has none, add Yasson"
              + " (org.eclipse:yasson) to the application",
          e);
    }
    if (!serves()) {
      close();
      throw new IllegalStateException(
          jsonb.getClass().getName()
              + " cannot bind binary and untyped values: use Yasson (org.eclipse:yasson), and a"
              + " JsonbConfig that lets it");
    }
  }

  /**
   * A codec that has the application's own JSON-B bind its beans. Binary values within beans are
   * not for that: they cannot be received, and are sent as it writes them.
   *
   * @param application the application's, which closes it
   */
  public JsonbValueCodec(Jsonb application) {
    own = false;
    jsonb = application;
    reader = new ValueReader(application, JsonProvider.provider(), false);
  }

  /**
   * Johnzon, for one, asks our deserializer of {@code Object} for everything, and our serializers
   * for nothing within a record. That is better found out now than in what clients get.
   */
  private boolean serves() {
    byte[] one = {1};
    byte[] two = {2};
    Emission written = encode(List.of(new Probe(7, one, two)));
    String json = written.json().substring(1, written.json().length() - 1);
    return written.attachments().size() == 2
        && decode(json, written.attachments(), Probe.class) instanceof Probe read
        && read.number() == 7
        && Arrays.equals(one, read.bytes())
        && read.any() instanceof byte[] any
        && Arrays.equals(two, any);
  }

  @Override
  public Emission encode(List<? extends @Nullable Object> values) {
    try {
      return new ValueWriter(jsonb).write(values);
    } catch (RuntimeException | StackOverflowError e) {
      String types =
          values.stream()
              .map(value -> value == null ? "null" : value.getClass().getTypeName())
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("cannot write (" + types + ") as JSON: " + reason(e), e);
    }
  }

  @Override
  public @Nullable Object decode(String json, List<byte[]> attachments, Type type) {
    String text = json.strip();
    try {
      return reader.read(text, new Attachments(attachments), type);
    } catch (RuntimeException | StackOverflowError e) {
      String hint = Readability.obstacle(type).map(obstacle -> "; " + obstacle).orElse("");
      throw new IllegalArgumentException(
          "cannot convert " + kind(text) + " to " + type.getTypeName() + ": " + reason(e) + hint,
          e);
    }
  }

  private static String kind(String json) {
    return switch (json.isEmpty() ? ' ' : json.charAt(0)) {
      case '{' -> "a JSON object";
      case '[' -> "a JSON array";
      case '"' -> "a JSON string";
      case 't', 'f' -> "a JSON boolean";
      case 'n' -> "null";
      default -> "a JSON number";
    };
  }

  /** On one line, and no longer than anybody reads: parts of it may come from a client. */
  private static String reason(Throwable e) {
    String reason =
        e.getMessage() == null
            ? e.getClass().getSimpleName()
            : e.getMessage().replaceAll("\\p{Cntrl}+", " ");
    return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "..." : reason;
  }

  @Override
  public void close() {
    if (!own) {
      return;
    }
    try {
      jsonb.close();
    } catch (Exception e) { // as AutoCloseable declares it
      LOG.log(Level.WARNING, "JSON-B cannot be closed", e);
    }
  }
}
