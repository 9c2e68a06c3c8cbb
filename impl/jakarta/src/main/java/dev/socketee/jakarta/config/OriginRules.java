package dev.socketee.jakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The value of {@code socketio.cors.origin}.
 *
 * @param any whether every origin is allowed
 * @param origins origins as browsers send them
 * @param patterns patterns of whole origins
 */
record OriginRules(boolean any, List<String> origins, List<Pattern> patterns) {

  /** No CORS at all. */
  static final OriginRules NONE = new OriginRules(false, List.of(), List.of());

  static final ValueType<OriginRules> TYPE =
      new ValueType<>(
          "`none`, `*`, or a list of origins such as `https://example.com` and of regular"
              + " expressions such as `/https:\\/\\/.+\\.example\\.com/`",
          OriginRules::parse);

  /** An item of the list: from slash to slash (a backslash escapes one), or up to the comma. */
  private static final Pattern ITEM =
      Pattern.compile("\\s*(?:/((?:[^/\\\\]|\\\\.)+)/|([^/,][^,]*))\\s*(?:,|$)");

  private static final Pattern ORIGIN =
      Pattern.compile("[a-z][a-z0-9+.-]*://(?:[a-z0-9._-]+|\\[[0-9a-f:.]+])(?::[0-9]{1,5})?");

  /** A port that browsers leave out. */
  private static final Pattern DEFAULT_PORT = Pattern.compile("http://.*:80|https://.*:443");

  boolean none() {
    return equals(NONE);
  }

  private static OriginRules parse(String text) {
    return switch (text) {
      case "none" -> NONE;
      case "*" -> new OriginRules(true, List.of(), List.of());
      default -> list(text);
    };
  }

  private static OriginRules list(String text) {
    List<String> origins = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    var item = ITEM.matcher(text);
    int end = 0;
    while (end < text.length() && item.find(end) && item.start() == end) {
      if (item.group(1) != null) {
        patterns.add(pattern(item.group(1)));
      } else {
        origins.add(origin(item.group(2).trim()));
      }
      end = item.end();
    }
    if (end < text.length() || text.endsWith(",")) {
      throw ValueType.refused();
    }
    return new OriginRules(false, List.copyOf(origins), List.copyOf(patterns));
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("/" + regex + "/ is wrong: " + e.getDescription(), e);
    }
  }

  private static String origin(String origin) {
    if (origin.equals("*")) {
      throw new IllegalArgumentException("`*` stands alone");
    }
    if (origin.equals("null")) {
      return origin; // what sandboxed frames and files send
    }
    if (!ORIGIN.matcher(origin).matches() || DEFAULT_PORT.matcher(origin).matches()) {
      throw new IllegalArgumentException(
          "\""
              + origin
              + "\" is not as browsers send it: scheme and host in lower case, the port if it is not"
              + " the default one, no path and no slash at the end");
    }
    return origin;
  }
}
