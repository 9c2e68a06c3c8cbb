package dev.socketee.engine.http;

/** Writes the value of {@code Set-Cookie}. */
public final class CookieHeader {

  private CookieHeader() {}

  /** The header for a cookie with this value, which must need no encoding. */
  public static String of(CookieOptions cookie, String value) {
    StringBuilder header = new StringBuilder(96).append(cookie.name()).append('=').append(value);
    if (cookie.maxAge() != null) {
      header.append("; Max-Age=").append(cookie.maxAge().toSeconds());
    }
    if (cookie.domain() != null) {
      header.append("; Domain=").append(cookie.domain());
    }
    if (cookie.path() != null) {
      header.append("; Path=").append(cookie.path());
    }
    if (cookie.httpOnly()) {
      header.append("; HttpOnly");
    }
    if (cookie.secure()) {
      header.append("; Secure");
    }
    if (cookie.partitioned()) {
      header.append("; Partitioned");
    }
    if (cookie.sameSite() != null) {
      header.append("; SameSite=").append(cookie.sameSite());
    }
    return header.toString();
  }
}
