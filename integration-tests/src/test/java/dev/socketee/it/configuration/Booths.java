package dev.socketee.it.configuration;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** Namespaces whose places the configuration counts. */
@Namespace("/booths/{visitor}")
public class Booths {

  @OnEvent("here")
  boolean here() {
    return true;
  }
}
