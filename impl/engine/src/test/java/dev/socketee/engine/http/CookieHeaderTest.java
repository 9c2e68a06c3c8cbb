package dev.socketee.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The value of {@code Set-Cookie}. Source: reference 1.12, {@code cookie}. */
class CookieHeaderTest {

  @Test
  void of_defaults_isTheReferences() {
    assertThat(CookieHeader.of(CookieOptions.DEFAULT, "abc"))
        .isEqualTo("io=abc; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void of_everything_saysEverything() {
    CookieOptions options =
        new CookieOptions(
            "sticky", "/app", "example.org", Duration.ofHours(1), true, true, true, "None");

    assertThat(CookieHeader.of(options, "abc"))
        .isEqualTo(
            "sticky=abc; Max-Age=3600; Domain=example.org; Path=/app; HttpOnly; Secure;"
                + " Partitioned; SameSite=None");
  }

  @Test
  void of_nothing_isTheBareCookie() {
    CookieOptions options = new CookieOptions("io", null, null, null, false, false, false, null);

    assertThat(CookieHeader.of(options, "abc")).isEqualTo("io=abc");
  }
}
