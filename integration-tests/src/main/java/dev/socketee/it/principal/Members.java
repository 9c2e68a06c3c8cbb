package dev.socketee.it.principal;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** For users, who may not all do the same. */
@Namespace("/principal/members")
@RolesAllowed("user")
public class Members {

  @OnEvent
  String greet() {
    return "hello";
  }

  @OnEvent
  @PermitAll
  String look() {
    return "looked";
  }

  @OnEvent
  @RolesAllowed("admin")
  String close() {
    return "closed";
  }

  @OnEvent
  @DenyAll
  String burn() {
    return "burnt";
  }
}
