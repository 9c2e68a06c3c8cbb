package dev.socketee.spi;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose session it is: it is given back to nobody else.
 *
 * @param authenticated the name of whom the container had authenticated for the connection; {@code
 *     null} for nobody. Who wants the session back has to be the same
 * @param identified whom the application had {@linkplain dev.socketee.Socket#identify identified};
 *     {@code null} for nobody. The session comes back with it. An adapter that stays in this
 *     process keeps the object as it is; of any other its name is enough
 * @param name the name of that one, as it was then: it is not asked for a second time
 * @param roles the roles that the application had said
 */
public record SessionCaller(
    @Nullable String authenticated,
    @Nullable Principal identified,
    @Nullable String name,
    Set<String> roles) {

  /** Nobody is known. */
  public static final SessionCaller ANONYMOUS = new SessionCaller(null, null, null, Set.of());

  /**
   * Copies the roles.
   *
   * @param authenticated the name of whom the container had authenticated, or {@code null}
   * @param identified whom the application had identified, or {@code null}
   * @param name the name of that one, or {@code null}
   * @param roles the roles that the application had said
   */
  public SessionCaller {
    roles = Set.copyOf(roles);
  }

  /**
   * The name by which the sockets of this caller are addressed.
   *
   * @return that of whom the application had identified, else of whom the container had
   *     authenticated; empty if nobody is known
   */
  public Optional<String> user() {
    return Optional.ofNullable(identified == null ? authenticated : name);
  }
}
