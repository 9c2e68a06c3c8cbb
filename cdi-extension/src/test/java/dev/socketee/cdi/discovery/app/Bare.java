package dev.socketee.cdi.discovery.app;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** Has no annotation of CDI. */
@Namespace("/bare")
public class Bare {

  @OnEvent
  String hello() {
    return "hello from " + getClass().getSimpleName();
  }
}
