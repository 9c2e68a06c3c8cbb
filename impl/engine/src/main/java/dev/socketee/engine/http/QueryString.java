package dev.socketee.engine.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Parses a query string as the reference does ({@code URLSearchParams}, reference 1.4): leniently,
 * the last of a repeated parameter winning. Done here, because a container's own parsing may
 * consume the body of a POST.
 */
public final class QueryString {

  private QueryString() {}

  /** The parameters of a query string without its question mark; {@code null} has none. */
  public static Map<String, String> parse(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    forEach(query, Integer.MAX_VALUE, parameters::put);
    return Collections.unmodifiableMap(parameters);
  }

  /**
   * Goes through the parameters of a query string, or of a form, in their order.
   *
   * @param query without its question mark
   * @param limit how many to look at, at most
   * @param action gets each name with its value, both decoded
   */
  public static void forEach(
      String query, int limit, BiConsumer<? super String, ? super String> action) {
    int start = 0;
    int count = 0;
    while (start <= query.length() && count < limit) {
      int end = query.indexOf('&', start);
      end = end < 0 ? query.length() : end;
      if (end > start) {
        int equals = indexOf(query, '=', start, end);
        action.accept(
            decode(query, start, equals < 0 ? end : equals),
            equals < 0 ? "" : decode(query, equals + 1, end));
        count++;
      }
      start = end + 1;
    }
  }

  /** Looks no further than it may: many parameters without a value must not cost more each. */
  private static int indexOf(String text, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private static String decode(String text, int from, int to) {
    boolean plain = true;
    for (int i = from; i < to && plain; i++) {
      char c = text.charAt(i);
      plain = c != '%' && c != '+' && c < 0x80;
    }
    return plain ? text.substring(from, to) : decodeBytes(text.substring(from, to));
  }

  private static String decodeBytes(String text) {
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(in[i + 2], 16);
      if (in[i] == '%' && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.write(in[i] == '+' ? ' ' : in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
