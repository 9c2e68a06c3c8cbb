package dev.socketee.jakarta.json;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads strings, numbers and booleans, strictly: nothing is rounded, cut off or taken for something
 * else, as JSON-B implementations do.
 */
final class Scalars {

  /** Whatever has more digits is no number of any use, and quadratic work. */
  private static final int MAX_DIGITS = 1000;

  private static final int LONGEST_PLAIN = 18; // digits that fit into a long

  private static final Map<Class<?>, Function<String, Object>> READERS =
      Map.ofEntries(
          Map.entry(String.class, Scalars::string),
          Map.entry(CharSequence.class, Scalars::string),
          Map.entry(char.class, Scalars::character),
          Map.entry(Character.class, Scalars::character),
          Map.entry(boolean.class, Scalars::bool),
          Map.entry(Boolean.class, Scalars::bool),
          Map.entry(byte.class, Scalars::octet),
          Map.entry(Byte.class, Scalars::octet),
          Map.entry(short.class, Scalars::small),
          Map.entry(Short.class, Scalars::small),
          Map.entry(int.class, Scalars::medium),
          Map.entry(Integer.class, Scalars::medium),
          Map.entry(long.class, json -> integral(json, Long.MIN_VALUE, Long.MAX_VALUE)),
          Map.entry(Long.class, json -> integral(json, Long.MIN_VALUE, Long.MAX_VALUE)),
          Map.entry(float.class, Scalars::single),
          Map.entry(Float.class, Scalars::single),
          Map.entry(double.class, Scalars::twofold),
          Map.entry(Double.class, Scalars::twofold),
          Map.entry(BigInteger.class, Scalars::bigInteger),
          Map.entry(BigDecimal.class, Scalars::number),
          Map.entry(Number.class, Scalars::number));

  private Scalars() {}

  /** Reads the JSON of any value but {@code null}; {@code null} if the type is none of these. */
  static @Nullable Function<String, Object> reader(Class<?> type) {
    return READERS.get(type);
  }

  private static String string(String json) {
    if (json.charAt(0) != '"') {
      throw new IllegalArgumentException("expected a string");
    }
    try {
      return JsonText.unquote(json);
    } catch (ProtocolException e) {
      throw new IllegalArgumentException("the string is malformed", e);
    }
  }

  private static Object character(String json) {
    String text = string(json);
    if (text.length() != 1) {
      throw new IllegalArgumentException("expected a string of one character");
    }
    return text.charAt(0);
  }

  private static Object bool(String json) {
    return switch (json) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false");
    };
  }

  private static Object octet(String json) {
    return (byte) integral(json, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  private static Object small(String json) {
    return (short) integral(json, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static Object medium(String json) {
    return (int) integral(json, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static long integral(String json, long least, long most) {
    long value = plain(json) ? Long.parseLong(json) : exact(number(json));
    if (value < least || value > most) {
      throw new IllegalArgumentException("the number is out of range");
    }
    return value;
  }

  private static boolean plain(String json) {
    return json.length() <= LONGEST_PLAIN
        && json.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
  }

  private static long exact(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the number is out of range or has a fraction", e);
    }
  }

  private static Object single(String json) {
    float value = number(json).floatValue();
    return finite(value, value);
  }

  private static Object twofold(String json) {
    double value = number(json).doubleValue();
    return finite(value, value);
  }

  private static Object finite(double value, Object result) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("the number is out of range");
    }
    return result;
  }

  private static Object bigInteger(String json) {
    BigDecimal number = number(json);
    if (number.signum() == 0) {
      return BigInteger.ZERO;
    }
    // before anything is computed: 1e999999999 is short, and a number of as many digits
    long digits = (long) number.precision() - number.scale();
    try {
      if (digits > 0 && digits <= MAX_DIGITS) {
        return number.toBigIntegerExact();
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("the number has a fraction", e);
    }
    throw new IllegalArgumentException("the number is out of range or has a fraction");
  }

  private static BigDecimal number(String json) {
    char first = json.charAt(0);
    if ((first != '-' && (first < '0' || first > '9')) || json.length() > MAX_DIGITS) {
      throw new IllegalArgumentException("expected a number");
    }
    try {
      return new BigDecimal(json);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the number is out of range", e);
    }
  }
}
