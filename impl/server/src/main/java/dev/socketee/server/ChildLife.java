package dev.socketee.server;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How long a child namespace lives: if children are cleaned up, until the last of the sockets that
 * are in it, or want to be, has left. Nobody can enter one that is over. By CAS.
 */
final class ChildLife {

  private static final int OVER = -1;

  private final NamespaceDirectory directory;
  private final DynamicParent parent;

  /** How many children the connection has made that made this one; {@code null} without one. */
  private final @Nullable AtomicInteger made;

  private final AtomicInteger users = new AtomicInteger();

  ChildLife(NamespaceDirectory directory, DynamicParent parent, @Nullable AtomicInteger made) {
    this.directory = directory;
    this.parent = parent;
    this.made = made;
  }

  DynamicParent parent() {
    return parent;
  }

  @Nullable AtomicInteger made() {
    return made;
  }

  /** Answers whether it is not over; if so, {@link #exit} is owed. */
  boolean enter() {
    return users.getAndUpdate(count -> count == OVER ? OVER : count + 1) != OVER;
  }

  /** Whether nobody can enter it any more. */
  boolean isOver() {
    return users.get() == OVER;
  }

  void exit(LocalNamespace child) {
    if (users.decrementAndGet() == 0 && directory.cleansUp() && users.compareAndSet(0, OVER)) {
      directory.remove(child);
    }
  }
}
