package dev.socketee.engine.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the headers of a WebSocket handshake. Containers differ in what they do with bad ones;
 * some answer 200 with nothing.
 *
 * <p>Source: RFC 6455, section 4.2.1.
 */
public final class WebSocketHandshake {

  /** 16 bytes in base64. */
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{22}==");

  private WebSocketHandshake() {}

  /** Whether a request asks for an upgrade, properly or not. */
  public static boolean wanted(EngineRequest request) {
    String upgrade = request.header("upgrade");
    return upgrade != null && upgrade.equalsIgnoreCase("websocket");
  }

  /** Whether a container will accept the handshake. */
  public static boolean valid(EngineRequest request) {
    String key = request.header("sec-websocket-key");
    return request.method().equals("GET")
        && wanted(request)
        && hasToken(request.header("connection"), "upgrade")
        && "13".equals(request.header("sec-websocket-version"))
        && key != null
        && KEY.matcher(key.trim()).matches();
  }

  private static boolean hasToken(@Nullable String list, String token) {
    return list != null
        && Arrays.stream(list.split(",", -1)).anyMatch(t -> t.trim().equalsIgnoreCase(token));
  }
}
