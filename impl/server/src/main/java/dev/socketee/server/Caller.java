package dev.socketee.server;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.spi.SessionCaller;
import java.security.Principal;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who is at the other end of a socket, and what that one may be. Immutable. */
final class Caller {

  /** The role of everybody who is known. */
  private static final String ANYBODY = "**";

  private final @Nullable Principal principal;
  private final Predicate<String> roles;

  /** Whom the application has identified; {@code null} if it has not. */
  private final @Nullable Identified identified;

  private record Identified(Principal principal, Set<String> roles) {}

  private Caller(@Nullable Principal principal, Predicate<String> roles) {
    this.principal = principal;
    this.roles = roles;
    this.identified = null;
  }

  private Caller(Identified identified) {
    this.principal = identified.principal();
    this.roles = identified.roles()::contains;
    this.identified = identified;
  }

  /** Whom the container has authenticated for a request, if anybody. */
  static Caller of(EngineRequest request) {
    return new Caller(request.principal(), request::isUserInRole);
  }

  /**
   * Whom the application knows.
   *
   * @throws IllegalArgumentException if the caller has no name
   */
  static Caller of(Principal principal, Collection<String> roles) {
    if (principal.getName() == null) {
      throw new IllegalArgumentException("the caller needs a name");
    }
    return new Caller(new Identified(principal, Set.copyOf(roles)));
  }

  /** What is kept of it, with the session of its socket. */
  SessionCaller kept(EngineRequest request) {
    String authenticated = nameOf(request);
    Identified known = identified;
    return known == null
        ? new SessionCaller(authenticated, null, Set.of())
        : new SessionCaller(authenticated, known.principal(), known.roles());
  }

  /** Whom the container has authenticated for a request, by name. */
  static @Nullable String nameOf(EngineRequest request) {
    Principal authenticated = request.principal();
    return authenticated == null ? null : authenticated.getName();
  }

  /** Empty if nobody is known. */
  Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  /** The name of the one who is known, by which users are told apart. */
  Optional<String> name() {
    return principal().map(Principal::getName);
  }

  boolean isInRole(String role) {
    return principal != null && (role.equals(ANYBODY) || roles.test(role));
  }
}
