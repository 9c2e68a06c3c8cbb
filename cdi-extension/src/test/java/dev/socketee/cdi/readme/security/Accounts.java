package dev.socketee.cdi.readme.security;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

@Stateless
public class Accounts {

  @Resource SessionContext context;

  @RolesAllowed("owner")
  public String close(String account) {
    return account + " was closed by " + context.getCallerPrincipal().getName();
  }
}
