package dev.socketee.engine.http;

import org.jspecify.annotations.Nullable;

/** What may be the value of a header (RFC 9110, section 5.5): what is sent back must be one. */
public final class HeaderValue {

  private HeaderValue() {}

  /**
   * Whether a value has no character that a header cannot have, such as a line feed.
   *
   * @param value the value; {@code null} for none, which is fine
   */
  public static boolean isValid(@Nullable String value) {
    return value == null
        || value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f));
  }
}
