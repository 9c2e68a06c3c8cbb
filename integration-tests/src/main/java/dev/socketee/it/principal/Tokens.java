package dev.socketee.it.principal;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.security.RolesAllowed;

/** What some of them may do. */
@Namespace("/principal/tokens")
public class Tokens extends TokenBearers {

  @OnEvent
  @RolesAllowed("editor")
  String edit() {
    return "edited";
  }
}
