package dev.socketee.jakarta.config;

import dev.socketee.engine.TransportName;
import dev.socketee.server.WireFormat;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The value types that options share. */
final class ValueTypes {

  /**
   * The longest time: 2^31 - 1 milliseconds, about 24 days. The client sets browser timers by some
   * of them, and a browser takes anything longer for 0.
   */
  static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  /** The largest age that every browser reads: 2^31 - 1 seconds, 68 years. */
  private static final Duration LONGEST_AGE = Duration.ofSeconds(Integer.MAX_VALUE);

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,18}) ?([A-Za-z]{0,3})");
  private static final Map<String, Long> UNITS =
      Map.of(
          "",
          1L,
          "b",
          1L,
          "kb",
          1_000L,
          "mb",
          1_000_000L,
          "gb",
          1_000_000_000L,
          "kib",
          1L << 10,
          "mib",
          1L << 20,
          "gib",
          1L << 30);

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()+,=:@-]+)+");
  private static final Pattern DOTS = Pattern.compile("(^|/)\\.{1,2}(/|$)");

  /** RFC 9110, section 5.6.2. */
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  private ValueTypes() {}

  /** {@code true} or {@code false}. */
  static ValueType<Boolean> flag() {
    return new ValueType<>(
        "`true` or `false`",
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw ValueType.refused();
            });
  }

  /** A number of things. */
  static ValueType<Integer> count(int least, int most) {
    String upTo = most == Integer.MAX_VALUE ? " or more" : " to " + most;
    return new ValueType<>(
        "a number, " + least + upTo, text -> Math.toIntExact(within(digits(text), least, most)));
  }

  /** A number of bytes, up to a number of GiB. */
  static ValueType<Long> size(long least, int mostGibibytes) {
    return new ValueType<>(
        "a size, %d byte%s to %d GiB".formatted(least, least == 1 ? "" : "s", mostGibibytes),
        text -> within(bytes(text), least, (long) mostGibibytes << 30));
  }

  /** A time; a plain number is in milliseconds. */
  static ValueType<Duration> duration(Duration least) {
    return new ValueType<>(
        "a duration, " + least.toMillis() + " ms or more",
        text -> duration(text, ChronoUnit.MILLIS, least, LONGEST));
  }

  /** A time that goes into a header as seconds; a plain number is in seconds, as it is there. */
  static ValueType<Duration> seconds() {
    return new ValueType<>(
        "a number of seconds, or a duration of whole seconds such as `PT10M`",
        text -> duration(text, ChronoUnit.SECONDS, Duration.ZERO, LONGEST_AGE));
  }

  /** Any text. */
  static ValueType<String> text(String accepts, Pattern pattern) {
    return new ValueType<>(
        accepts,
        text -> {
          if (!pattern.matcher(text).matches()) {
            throw ValueType.refused();
          }
          return text;
        });
  }

  /** A path below the context path. A slash at the end is dropped, as the reference does. */
  static ValueType<String> path() {
    return new ValueType<>(
        "a path that starts with `/` and has no wildcard, such as `/socket.io`",
        text -> {
          String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
          if (!PATH.matcher(path).matches() || DOTS.matcher(path).find()) {
            throw ValueType.refused();
          }
          return path;
        });
  }

  /** Names as they stand in headers. */
  static ValueType<List<String>> tokens(String accepts) {
    return new ValueType<>(
        accepts,
        text ->
            list(
                text,
                item -> {
                  if (!TOKEN.matcher(item).matches()) {
                    throw new IllegalArgumentException("\"" + item + "\" is none");
                  }
                  return item;
                }));
  }

  /** Transports, at least one. */
  static ValueType<Set<TransportName>> transports() {
    return new ValueType<>(
        "a list of " + names(), text -> Set.copyOf(list(text, ValueTypes::transport)));
  }

  /** A parser. */
  static ValueType<WireFormat> parser() {
    return new ValueType<>(
        "`default`, `msgpack`, or the name of a parser that is there as a service", Parsers::named);
  }

  private static TransportName transport(String name) {
    return TransportName.of(name)
        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no transport"));
  }

  private static String names() {
    return Arrays.stream(TransportName.values())
        .map(name -> "`" + name.text() + "`")
        .collect(Collectors.joining(", "));
  }

  private static <T> List<T> list(String text, Function<String, T> item) {
    return Arrays.stream(text.split(",", -1)).map(String::trim).map(item).toList();
  }

  private static Duration duration(String text, ChronoUnit unit, Duration least, Duration most) {
    Duration duration =
        DIGITS.matcher(text).matches() ? Duration.of(Long.parseLong(text), unit) : iso(text);
    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "it is not between %d ms and %d ms".formatted(least.toMillis(), most.toMillis()));
    }
    if (!duration.equals(duration.truncatedTo(unit))) {
      throw new IllegalArgumentException(
          "it has a fraction of " + (unit == ChronoUnit.MILLIS ? "a millisecond" : "a second"));
    }
    return duration;
  }

  private static Duration iso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "it is neither a plain number nor an ISO-8601 duration such as PT25S", e);
    }
  }

  private static long bytes(String text) {
    Matcher size = SIZE.matcher(text);
    Long unit = size.matches() ? UNITS.get(size.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(
          "it is neither a plain number nor one with the unit kB, MB, GB, KiB, MiB or GiB");
    }
    try {
      return Math.multiplyExact(Long.parseLong(size.group(1)), unit);
    } catch (ArithmeticException e) {
      throw ValueType.refused();
    }
  }

  private static long digits(String text) {
    if (!DIGITS.matcher(text).matches()) {
      throw ValueType.refused();
    }
    return Long.parseLong(text);
  }

  private static long within(long value, long least, long most) {
    if (value < least || value > most) {
      throw ValueType.refused();
    }
    return value;
  }
}
