package dev.socketee.server;

import dev.socketee.engine.http.EngineRequest;
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

  private Caller(@Nullable Principal principal, Predicate<String> roles) {
    this.principal = principal;
    this.roles = roles;
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
    return new Caller(principal, Set.copyOf(roles)::contains);
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
