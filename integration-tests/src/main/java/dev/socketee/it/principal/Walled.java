package dev.socketee.it.principal;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;

/** For nobody, whatever its handlers say. */
@Namespace("/principal/walled")
@DenyAll
public class Walled {

  @OnEvent
  @PermitAll
  String greet() {
    return "hello";
  }
}
