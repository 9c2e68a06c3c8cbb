package dev.socketee.it.deployment.ear;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** The handlers of a jar that all modules share. */
@ApplicationScoped
@Namespace("/courier")
public class Courier {

  @OnEvent("fetch")
  String fetch(String what) {
    return what;
  }
}
