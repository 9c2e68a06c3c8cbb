package dev.socketee.it.configuration;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** The namespace of that name at the other server, which has places enough. */
@Namespace(value = "/seats", server = "admin")
public class AdminSeats {

  @OnEvent("here")
  boolean here() {
    return true;
  }
}
