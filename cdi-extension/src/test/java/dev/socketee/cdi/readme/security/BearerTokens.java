package dev.socketee.cdi.readme.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

@ApplicationScoped
public class BearerTokens implements HttpAuthenticationMechanism {

  @Inject Tokens tokens;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String header = request.getHeader("Authorization");
    Tokens.User user =
        header != null && header.startsWith("Bearer ") ? tokens.verify(header.substring(7)) : null;
    if (user != null) {
      return context.notifyContainerAboutLogin(user.name(), user.roles());
    }
    return context.isProtected() ? context.responseUnauthorized() : context.doNothing();
  }
}
