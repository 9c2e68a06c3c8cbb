package dev.socketee.it.error;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;

/** Fails with nobody to be told but the log. */
@Namespace("/unhandled")
public class Unhandled {

  /** So that the check of the log knows it again. */
  public static final String MESSAGE = "thrown by an integration test, for the log";

  @OnEvent("fail")
  void fail() {
    throw new IllegalStateException(MESSAGE);
  }

  @OnEvent("alive")
  boolean alive() {
    return true;
  }
}
