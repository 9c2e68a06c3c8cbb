package dev.socketee.cdi.invalid.packageprivateelsewhere.base;

import dev.socketee.annotation.OnEvent;

/** In another package than the bean. */
public abstract class Base {
  @OnEvent
  void message(String text) {}
}
