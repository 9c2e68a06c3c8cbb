package dev.socketee.cdi.readme.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands for whatever an application verifies tokens with. */
@ApplicationScoped
public class Tokens {

  /** Whom a token is for. */
  public record User(String name, Set<String> roles) {}

  @Nullable User verify(String token) {
    return "token of carol".equals(token) ? new User("carol", Set.of("editor")) : null;
  }
}
