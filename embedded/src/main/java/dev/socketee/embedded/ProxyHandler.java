package dev.socketee.embedded;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request the address and the scheme that the proxy in front tells. Undertow's own handler
 * takes the first entry of the list, which a client can choose; the last is the proxy's.
 */
final class ProxyHandler implements HttpHandler {

  /**
   * An address, as it is, or with a port, or in brackets; nothing that would have to be resolved.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<v4>[0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?"
              + "|\\[(?<v6>[0-9a-fA-F:.]{2,45})](?::[0-9]{1,5})?"
              + "|(?<bare>[0-9a-fA-F]*:[0-9a-fA-F:.]{1,44})");

  private final HttpHandler next;

  ProxyHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String address = address(last(exchange, Headers.X_FORWARDED_FOR));
    if (address != null) {
      exchange.setSourceAddress(InetSocketAddress.createUnresolved(address, 0));
    }
    String scheme = scheme(last(exchange, Headers.X_FORWARDED_PROTO));
    if (scheme != null) {
      exchange.setRequestScheme(scheme);
    }
    next.handleRequest(exchange);
  }

  /** The last entry of a header, empty if there is none. */
  private static String last(HttpServerExchange exchange, HttpString name) {
    Deque<String> values = exchange.getRequestHeaders().get(name);
    if (values == null) {
      return "";
    }
    String value = values.getLast();
    return value.substring(value.lastIndexOf(',') + 1).strip();
  }

  private static @Nullable String address(String entry) {
    Matcher matcher = ADDRESS.matcher(entry);
    if (!matcher.matches()) {
      return null;
    }
    String bracketed = matcher.group("v6");
    String dotted = matcher.group("v4");
    return dotted != null ? dotted : bracketed != null ? bracketed : matcher.group("bare");
  }

  /** Some proxies name the scheme of WebSockets, which the servlet API does not know. */
  private static @Nullable String scheme(String entry) {
    return switch (entry.toLowerCase(Locale.ROOT)) {
      case "http", "ws" -> "http";
      case "https", "wss" -> "https";
      default -> null;
    };
  }
}
