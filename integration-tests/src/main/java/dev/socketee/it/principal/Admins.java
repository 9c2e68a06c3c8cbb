package dev.socketee.it.principal;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.RolesAllowed;

/** For some only, without a handler that could look who comes. */
@Namespace("/principal/admins")
@RolesAllowed("admin")
public class Admins {

  @OnEvent
  String greet() {
    return "hello";
  }
}
