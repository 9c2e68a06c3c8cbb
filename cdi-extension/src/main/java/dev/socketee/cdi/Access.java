package dev.socketee.cdi;

import dev.socketee.AccessRefusedException;
import dev.socketee.Socket;
import java.security.Principal;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call something.
 *
 * @param kind whom it is for
 * @param roles the roles of which one is enough, if it is for roles
 */
record Access(Kind kind, Set<String> roles) {

  /** For everybody. */
  static final Access OPEN = new Access(Kind.EVERYBODY, Set.of());

  /** For nobody. */
  static final Access CLOSED = new Access(Kind.NOBODY, Set.of());

  /** For whoever is known. */
  static final Access KNOWN = new Access(Kind.KNOWN, Set.of());

  /** Whom it is for. */
  enum Kind {
    EVERYBODY,
    NOBODY,
    KNOWN,
    ROLES
  }

  /** For callers that are in one of these roles. */
  static Access of(Set<String> roles) {
    return new Access(Kind.ROLES, Set.copyOf(roles));
  }

  /**
   * Checks the caller of a socket.
   *
   * @param what what it wants, for the message
   * @throws AccessRefusedException if it may not
   */
  void check(Socket socket, String what) {
    boolean admitted =
        switch (kind) {
          case EVERYBODY -> true;
          case NOBODY -> false;
          case KNOWN -> socket.principal().isPresent();
          case ROLES -> roles.stream().anyMatch(socket::isUserInRole);
        };
    if (!admitted) {
      throw new AccessRefusedException(
          what
              + " is for "
              + this
              + ", and was refused to "
              + socket.principal().map(Principal::getName).orElse("an anonymous caller"),
          socket.principal().isPresent());
    }
  }

  @Override
  public String toString() {
    return switch (kind) {
      case EVERYBODY -> "everybody";
      case NOBODY -> "nobody";
      case KNOWN -> "authenticated callers";
      case ROLES -> "callers in one of the roles " + new TreeSet<>(roles);
    };
  }
}
