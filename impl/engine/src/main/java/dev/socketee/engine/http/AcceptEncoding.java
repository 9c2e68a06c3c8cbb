package dev.socketee.engine.http;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a content coding by the {@code Accept-Encoding} header.
 *
 * <p>Source: RFC 9110, section 12.5.3.
 */
public final class AcceptEncoding {

  private AcceptEncoding() {}

  /**
   * The first of these codings that the header accepts.
   *
   * @param header the header; {@code null} accepts nothing but the identity
   * @param codings the codings there are, the best first
   */
  public static Optional<String> choose(@Nullable String header, List<String> codings) {
    return header == null
        ? Optional.empty()
        : codings.stream().filter(coding -> accepts(header, coding)).findFirst();
  }

  private static boolean accepts(String header, String coding) {
    boolean any = false;
    for (String part : header.split(",", -1)) {
      String[] range = part.split(";", 2);
      String name = range[0].trim();
      boolean positive = range.length == 1 || !zero(range[1]);
      if (name.equalsIgnoreCase(coding)) {
        return positive;
      }
      any |= name.equals("*") && positive;
    }
    return any;
  }

  private static boolean zero(String parameters) {
    return parameters.trim().matches("(?i)q\\s*=\\s*0(\\.0{0,3})?");
  }
}
