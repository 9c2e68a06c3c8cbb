package dev.socketee.it.identity;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** A session bean with handlers: the container and we both look who calls. */
@Stateless
@Namespace("/identity/deposits")
@PermitAll
public class Deposits {

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  SessionContext context;

  @OnEvent
  @RolesAllowed("user")
  public String deposit(int amount) {
    return context.getCallerPrincipal().getName() + " " + amount;
  }

  @OnEvent
  @RolesAllowed("admin")
  public int close(int number) {
    return number;
  }

  @OnEvent
  public boolean admin() {
    return context.isCallerInRole("admin");
  }
}
