package dev.socketee.server;

import dev.socketee.ConversionException;
import dev.socketee.Handshake;
import dev.socketee.engine.http.EngineRequest;
import java.lang.reflect.Type;
import java.security.Principal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request that opened a connection, seen by a socket that came with it. */
final class HandshakeView implements Handshake {

  private final EngineRequest request;
  private final Instant issued;
  private final @Nullable String auth;
  private final ValueCodec codec;

  HandshakeView(EngineRequest request, Instant issued, @Nullable String auth, ValueCodec codec) {
    this.request = request;
    this.issued = issued;
    this.auth = auth;
    this.codec = codec;
  }

  @Override
  public Map<String, String> headers() {
    return Collections.unmodifiableMap(request.headers());
  }

  @Override
  public Map<String, String> query() {
    return Collections.unmodifiableMap(request.query());
  }

  @Override
  public String url() {
    return request.url();
  }

  @Override
  public String address() {
    return request.address();
  }

  @Override
  public boolean secure() {
    return request.secure();
  }

  @Override
  public boolean crossDomain() {
    return request.header("origin") != null;
  }

  @Override
  public Optional<Principal> principal() {
    return Optional.ofNullable(request.principal());
  }

  @Override
  public boolean isUserInRole(String role) {
    return Caller.of(request).isInRole(role);
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
      return auth == null ? null : codec.decode(auth, List.of(), type);
    } catch (IllegalArgumentException e) {
      throw new ConversionException("auth payload: " + e.getMessage(), e);
    }
  }
}
