package dev.socketee.server;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is there, up to a limit. Thread-safe. */
final class Places {

  private final int most;
  private final AtomicInteger taken = new AtomicInteger();

  /** So many; {@link NamespaceOptions#UNLIMITED} for any number. */
  Places(int most) {
    this.most = most;
  }

  /** Answers whether there was one; then {@link #free} is owed. */
  boolean take() {
    if (most == NamespaceOptions.UNLIMITED || taken.incrementAndGet() <= most) {
      return true;
    }
    free();
    return false;
  }

  void free() {
    if (most != NamespaceOptions.UNLIMITED) {
      taken.decrementAndGet();
    }
  }
}
