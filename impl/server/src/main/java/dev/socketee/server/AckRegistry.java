package dev.socketee.server;

import dev.socketee.AckTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The acknowledgements that one socket's client owes, by their ids. One lock guards it; nothing is
 * called under it.
 */
final class AckRegistry {

  private final int limit;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Map<Long, Owed> pending;
  private boolean closed;

  AckRegistry(int limit) {
    this.limit = limit;
  }

  /**
   * Adds one.
   *
   * @return {@code false} if the registry is closed
   * @throws IllegalStateException if there are too many already
   */
  boolean add(long id, Owed future) {
    lock.lock();
    try {
      if (closed) {
        return false;
      }
      if (pending == null) {
        pending = new HashMap<>();
      }
      if (pending.size() >= limit) {
        throw new IllegalStateException(
            "The client owes "
                + limit
                + " acknowledgements already; give them a time-out, or wait for some of them");
      }
      pending.put(id, future);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Removes one: {@code null} if there is none of that id. */
  @Nullable Owed remove(long id) {
    lock.lock();
    try {
      if (pending == null) {
        return null;
      }
      Owed future = pending.remove(id);
      if (pending.isEmpty()) {
        pending = null;
      }
      return future;
    } finally {
      lock.unlock();
    }
  }

  /** Removes one, if it is there. */
  void forget(long id) {
    Owed unused = remove(id);
  }

  /** Removes one whose time is over. */
  void expire(long id) {
    Owed late = remove(id);
    if (late != null) {
      late.fail(new AckTimeoutException());
    }
  }

  /** Takes no more, and hands out what is left. */
  List<Owed> close() {
    lock.lock();
    try {
      closed = true;
      List<Owed> left = pending == null ? List.of() : List.copyOf(pending.values());
      pending = null;
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** How many there are. */
  int size() {
    lock.lock();
    try {
      return pending == null ? 0 : pending.size();
    } finally {
      lock.unlock();
    }
  }
}
