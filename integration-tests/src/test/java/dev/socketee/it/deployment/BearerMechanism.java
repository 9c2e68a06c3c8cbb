package dev.socketee.it.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;

/** Knows callers by a bearer token, as an application of Jakarta Security does. */
@ApplicationScoped
public class BearerMechanism implements HttpAuthenticationMechanism {

  private static final Map<String, Set<String>> ROLES =
      Map.of("alice", Set.of("user", "admin"), "bob", Set.of("user"));
  private static final String PREFIX = "Bearer token-of-";

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    String user =
        header != null && header.startsWith(PREFIX) ? header.substring(PREFIX.length()) : "";
    Set<String> roles = ROLES.get(user);
    if (roles != null) {
      return context.notifyContainerAboutLogin(user, roles);
    }
    return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
  }
}
