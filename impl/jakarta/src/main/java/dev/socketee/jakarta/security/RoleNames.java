package dev.socketee.jakarta.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The roles of an application, by their names. A container answers whether its caller is in a role,
 * but not in which, and only while it serves the request: so all are asked for then. Thread-safe.
 */
public final class RoleNames {

  /** Of an application without roles. */
  public static final RoleNames NONE = new RoleNames(Set.of());

  /** Not roles, but everybody. */
  private static final Set<String> ANYBODY = Set.of("*", "**");

  /** A name may come from a client, which must not fill the log, or the memory. */
  private static final int MOST_WARNINGS = 100;

  private static final Logger LOG = System.getLogger(RoleNames.class.getPackageName());

  private final Set<String> names;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  RoleNames(Collection<String> names) {
    this.names =
        names.stream()
            .filter(name -> !ANYBODY.contains(name))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Those of a web application: what its descriptors declare, and more.
   *
   * @param context that of the application
   * @param more what its classes declare
   */
  public static RoleNames of(ServletContext context, Collection<String> more) {
    Set<String> all = new HashSet<>(more);
    all.addAll(DescriptorRoles.of(context));
    return new RoleNames(all);
  }

  /**
   * Asks which roles the caller of a request has. To be called on the thread of that request.
   *
   * @return answers for a role whether the caller had it, at any time
   */
  public Predicate<String> held(HttpServletRequest request) {
    if (request.getUserPrincipal() == null) {
      return role -> false;
    }
    Set<String> held =
        names.stream().filter(request::isUserInRole).collect(Collectors.toUnmodifiableSet());
    return role -> held.contains(role) || isUnknown(role);
  }

  /** Warns, if it was not asked for; never {@code true}. */
  private boolean isUnknown(String role) {
    if (!names.contains(role) && warned.size() < MOST_WARNINGS && warned.add(role)) {
      LOG.log(
          Level.WARNING,
          "No caller is in the role \"{0}\", because nothing declares that role, so that the container"
              + " was not asked for it when the caller connected. Declare it by <security-role> in"
              + " web.xml, or by @DeclareRoles(\"{0}\") on a CDI bean of the application",
          role);
    }
    return false;
  }
}
