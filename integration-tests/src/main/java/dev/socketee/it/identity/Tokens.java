package dev.socketee.it.identity;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.it.principal.TokenBearers;
import jakarta.inject.Inject;
import java.util.List;

/** What enterprise beans know of them. */
@Namespace("/identity/tokens")
public class Tokens extends TokenBearers {

  @Inject Vault vault;

  @OnEvent
  List<Object> bean() {
    return vault.caller();
  }
}
