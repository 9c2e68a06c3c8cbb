package dev.socketee.engine.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie that carries the id of a session, for balancers that need one (reference 1.12, {@code
 * cookie}).
 *
 * @param name the name, by default {@code io}
 * @param path the {@code Path}, by default {@code /}; {@code null} to omit it
 * @param domain the {@code Domain}; {@code null} to omit it
 * @param maxAge the {@code Max-Age}; {@code null} to omit it
 * @param httpOnly whether scripts cannot read it, by default {@code true}
 * @param secure whether it is for TLS only
 * @param partitioned whether it is kept apart for each top-level site
 * @param sameSite {@code Lax} by default, {@code Strict} or {@code None}; {@code null} to omit it
 */
public record CookieOptions(
    String name,
    @Nullable String path,
    @Nullable String domain,
    @Nullable Duration maxAge,
    boolean httpOnly,
    boolean secure,
    boolean partitioned,
    @Nullable String sameSite) {

  /** The reference's defaults for {@code cookie: true}. */
  public static final CookieOptions DEFAULT =
      new CookieOptions("io", "/", null, null, true, false, false, "Lax");
}
