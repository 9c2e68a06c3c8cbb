package dev.socketee.spi;

import java.util.Map;

/**
 * A request of a client to the server's path, as {@link RequestHooks} see it. Valid only during the
 * call that it was passed to.
 */
public interface HttpRequest {

  /**
   * The HTTP method.
   *
   * @return the method, such as {@code GET}
   */
  String method();

  /**
   * The path and query string, as sent.
   *
   * @return the URL, without scheme and host
   */
  String url();

  /**
   * The parameters of the URL. If one is repeated, the last counts.
   *
   * @return an unmodifiable map
   */
  Map<String, String> query();

  /**
   * The headers, by lower-case name. Several of one name are joined by {@code ", "}.
   *
   * @return an unmodifiable map
   */
  Map<String, String> headers();

  /**
   * The address of the peer of the TCP connection; behind a proxy, what the server makes of it.
   *
   * @return the address
   */
  String address();

  /**
   * Whether the request came over TLS.
   *
   * @return {@code true} if the server says so
   */
  boolean secure();
}
