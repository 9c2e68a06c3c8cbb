package dev.socketee.cdi.inherit.base;

import dev.socketee.annotation.OnEvent;

abstract class Invisible {

  @OnEvent
  public String greet(String name) {
    return "hello " + name;
  }
}
