package dev.socketee.it.identity;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.List;

/** A session bean that knows nothing of sockets, and asks the container who calls. */
@Stateless
@DeclareRoles({"admin", "user"})
@PermitAll
public class Vault {

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  SessionContext context;

  @Inject SecurityContext security;

  /** For some only. */
  @RolesAllowed("admin")
  public String open() {
    return "opened by " + context.getCallerPrincipal().getName();
  }

  /** The caller as enterprise beans see it, and as Jakarta Security does, with its roles. */
  public List<Object> caller() {
    Principal known = security.getCallerPrincipal();
    return List.of(
        context.getCallerPrincipal().getName(),
        context.isCallerInRole("admin"),
        known == null ? "nobody" : known.getName(),
        security.isCallerInRole("admin"));
  }
}
