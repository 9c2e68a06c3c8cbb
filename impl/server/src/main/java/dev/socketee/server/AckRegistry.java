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

  /** What became of one that was to be added. */
  enum Added {
    YES,
    CLOSED,
    FULL
  }

  /** Adds one, unless the registry is closed, or there are too many already. */
  Added add(long id, Owed future) {
    lock.lock();
    try {
      if (closed) {
        return Added.CLOSED;
      }
      if (pending == null) {
        pending = new HashMap<>();
      }
      if (pending.size() >= limit) {
        return Added.FULL;
      }
      pending.put(id, future);
      return Added.YES;
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
