package dev.socketee.server;

import dev.socketee.ConversionException;
import dev.socketee.Handshake;
import dev.socketee.spi.Emission;
import java.lang.reflect.Type;
import java.security.Principal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The handshake of a socket on another server, and how one is told (reference 2.3). */
final class RemoteHandshake implements Handshake {

  /** As JavaScript writes a time; others only ever show it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern(
              "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'")
          .withLocale(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final String url;
  private final String address;
  private final boolean secure;
  private final boolean crossDomain;
  private final Instant issued;
  private final @Nullable String auth;
  private final NodeSockets sockets;

  /**
   * What is missing, as it is in a handshake by WebTransport, counts as empty. An empty auth is
   * what servers tell of a client that sent none.
   */
  RemoteHandshake(Map<String, Object> told, NodeSockets sockets) {
    headers = texts(told.get("headers"));
    query = texts(told.get("query"));
    url = told.get("url") instanceof String text ? text : "";
    address = told.get("address") instanceof String text ? text : "";
    secure = Boolean.TRUE.equals(told.get("secure"));
    crossDomain = Boolean.TRUE.equals(told.get("xdomain"));
    issued =
        told.get("issued") instanceof Number millis
            ? Instant.ofEpochMilli(millis.longValue())
            : Instant.EPOCH;
    Object value = told.get("auth");
    auth = value == null || value.equals(Map.of()) ? null : sockets.encode(value).json();
    this.sockets = sockets;
  }

  private static Map<String, String> texts(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
    }
    return Collections.unmodifiableMap(texts);
  }

  /** What others are told of a handshake. */
  static Map<String, @Nullable Object> describe(
      Handshake handshake, Function<Emission, @Nullable Object> decoder) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("headers", handshake.headers());
    told.put("time", TIME.format(handshake.issued()));
    told.put("address", handshake.address());
    told.put("xdomain", handshake.crossDomain());
    told.put("secure", handshake.secure());
    told.put("issued", handshake.issued().toEpochMilli());
    told.put("url", handshake.url());
    told.put("query", handshake.query());
    String auth = handshake.authJson();
    told.put("auth", auth == null ? Map.of() : decoder.apply(new Emission(auth, List.of())));
    return told;
  }

  @Override
  public Map<String, String> headers() {
    return headers;
  }

  @Override
  public Map<String, String> query() {
    return query;
  }

  @Override
  public String url() {
    return url;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public boolean secure() {
    return secure;
  }

  @Override
  public boolean crossDomain() {
    return crossDomain;
  }

  /** Servers do not tell each other of callers. */
  @Override
  public Optional<Principal> principal() {
    return Optional.empty();
  }

  @Override
  public boolean isUserInRole(String role) {
    return false;
  }

  @Override
  public Instant issued() {
    return issued;
  }

  @Override
  public @Nullable String authJson() {
    return auth;
  }

  @Override
  @SuppressWarnings("unchecked") // the codec answers what it was asked for
  public <T> @Nullable T auth(Class<T> type) {
    return (T) auth((Type) type);
  }

  @Override
  public @Nullable Object auth(Type type) {
    try {
      return auth == null ? null : sockets.decode(new Emission(auth, List.of()), type);
    } catch (IllegalArgumentException e) {
      throw new ConversionException("auth payload: " + e.getMessage(), e);
    }
  }
}
