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

  /**
   * Answers whether there was one; then {@link #free} is owed. Who is refused takes none, not even
   * for a moment, in which somebody else would find none.
   */
  boolean take() {
    if (most == NamespaceOptions.UNLIMITED) {
      return true;
    }
    int before = taken.get();
    while (before < most) {
      int found = taken.compareAndExchange(before, before + 1);
      if (found == before) {
        return true;
      }
      before = found;
    }
    return false;
  }

  void free() {
    if (most != NamespaceOptions.UNLIMITED) {
      taken.decrementAndGet();
    }
  }
}
