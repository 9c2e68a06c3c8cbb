package dev.socketee.jakarta.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What connections and the HTTP session that they belong to mean to each other. */
public enum HttpSessionPolicy {
  /** The connections of an authenticated caller end with it. */
  CLOSE,
  /** Nothing. */
  KEEP,
  /** As {@link #CLOSE}; and it does not time out as long as there are connections. */
  KEEP_ALIVE;

  /** The word for it in a configuration. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of that word, in any case of letters. */
  public static Optional<HttpSessionPolicy> of(String text) {
    return Arrays.stream(values())
        .filter(policy -> policy.text().equalsIgnoreCase(text))
        .findFirst();
  }
}
