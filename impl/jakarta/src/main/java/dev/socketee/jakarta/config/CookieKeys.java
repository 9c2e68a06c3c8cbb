package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.flag;
import static dev.socketee.jakarta.config.ValueTypes.seconds;
import static dev.socketee.jakarta.config.ValueTypes.text;

import dev.socketee.engine.http.CookieOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of the cookie, and their values while they are read. */
final class CookieKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "cookie",
              "false",
              flag(),
              "Send the id of the connection as a cookie, for load balancers that need one.",
              (draft, value) -> draft.cookie.enabled = value),
          new Option<>(
              "cookie.name",
              "io",
              text("a cookie name", Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+")),
              "Its name.",
              (draft, value) -> draft.cookie.name = value),
          new Option<>(
              "cookie.path",
              "/",
              text("a path that starts with `/`, or `omit`", Pattern.compile("/[ -:<-~]*|omit")),
              "Its `Path`.",
              (draft, value) -> draft.cookie.path = value.equals("omit") ? null : value),
          new Option<>(
              "cookie.domain",
              null,
              text("a domain", Pattern.compile("[A-Za-z0-9.-]+")),
              "Its `Domain`. Default: none, which is the host of the server.",
              (draft, value) -> draft.cookie.domain = value),
          new Option<>(
              "cookie.max-age",
              null,
              seconds(),
              "Its `Max-Age`. Default: none, which is until the browser is closed.",
              (draft, value) -> draft.cookie.maxAge = value),
          new Option<>(
              "cookie.http-only",
              "true",
              flag(),
              "Hide it from scripts.",
              (draft, value) -> draft.cookie.httpOnly = value),
          new Option<>(
              "cookie.secure",
              "false",
              flag(),
              "Send it over TLS only.",
              (draft, value) -> draft.cookie.secure = value),
          new Option<>(
              "cookie.partitioned",
              "false",
              flag(),
              "Keep one for each site that embeds the application.",
              (draft, value) -> draft.cookie.partitioned = value),
          new Option<>(
              "cookie.same-site",
              "lax",
              text(
                  "`lax`, `strict`, `none` or `omit`", Pattern.compile("(?i)lax|strict|none|omit")),
              "Its `SameSite`.",
              (draft, value) -> draft.cookie.sameSite = sameSite(value)));

  private boolean enabled;
  private String name = CookieOptions.DEFAULT.name();
  private @Nullable String path = CookieOptions.DEFAULT.path();
  private @Nullable String domain;
  private @Nullable Duration maxAge;
  private boolean httpOnly = CookieOptions.DEFAULT.httpOnly();
  private boolean secure;
  private boolean partitioned;
  private @Nullable String sameSite = CookieOptions.DEFAULT.sameSite();

  /** Whether it is for other sites, which browsers refuse of an insecure one. */
  boolean insecurelyCrossSite() {
    return enabled && !secure && "None".equals(sameSite);
  }

  /** Whether it is kept for each embedding site, which browsers refuse of an insecure one. */
  boolean insecurelyPartitioned() {
    return enabled && !secure && partitioned;
  }

  @Nullable CookieOptions build() {
    if (!enabled) {
      return null;
    }
    return new CookieOptions(name, path, domain, maxAge, httpOnly, secure, partitioned, sameSite);
  }

  /** Makes {@code Lax} of {@code lax}, and nothing of {@code omit}. */
  private static @Nullable String sameSite(String text) {
    return text.equalsIgnoreCase("omit")
        ? null
        : text.substring(0, 1).toUpperCase(Locale.ROOT)
            + text.substring(1).toLowerCase(Locale.ROOT);
  }
}
