package dev.socketee.server;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.spi.SessionCaller;
import java.security.Principal;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is at the other end of a socket, and what that one may be. Immutable: a principal of the
 * application is asked for its name once, when it is said, because later it may not know, or say
 * something else.
 */
final class Caller {

  /** The role of everybody who is known. */
  private static final String ANYBODY = "**";

  private final @Nullable Principal principal;
  private final @Nullable String name;
  private final Predicate<String> roles;

  /** Whom the application has identified; {@code null} if it has not. */
  private final @Nullable Identified identified;

  private record Identified(Principal principal, String name, Set<String> roles) {}

  private Caller(@Nullable Principal principal, Predicate<String> roles) {
    this.principal = principal;
    this.name = principal == null ? null : principal.getName();
    this.roles = roles;
    this.identified = null;
  }

  private Caller(Identified identified) {
    this.principal = identified.principal();
    this.name = identified.name();
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
    String name = principal.getName();
    if (name == null) {
      throw new IllegalArgumentException("the caller needs a name");
    }
    return new Caller(new Identified(principal, name, Set.copyOf(roles)));
  }

  /** Whom the application has known when a session was lost; {@code null} if it has not. */
  static @Nullable Caller of(SessionCaller kept) {
    Principal principal = kept.identified();
    String name = kept.name();
    return principal == null || name == null
        ? null
        : new Caller(new Identified(principal, name, kept.roles()));
  }

  /**
   * What is kept of it, with the session of its socket.
   *
   * @param authenticated whom the container has authenticated
   */
  SessionCaller kept(Caller authenticated) {
    Identified known = identified;
    return known == null
        ? new SessionCaller(authenticated.name, null, null, Set.of())
        : new SessionCaller(authenticated.name, known.principal(), known.name(), known.roles());
  }

  /** Whether it has that name, or none likewise. */
  boolean isNamed(@Nullable String other) {
    return Objects.equals(name, other);
  }

  /** Empty if nobody is known. */
  Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  /** The name of the one who is known, by which users are told apart. */
  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  boolean isInRole(String role) {
    return principal != null && (role.equals(ANYBODY) || roles.test(role));
  }
}
