package dev.socketee.jakarta;

import jakarta.servlet.ServletContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The paths of an application at which there is a servlet of ours, each with the server that has it
 * at present. A servlet stays when its server is closed: the container takes none away, nor adds
 * one once the application runs, so that the next server at that path gets the same.
 *
 * <p>Thread-safe.
 */
final class Slots {

  private final Runnable whenDestroyed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, EngineMount> mounts = new LinkedHashMap<>();
  private final Map<String, ServerMount> taken = new LinkedHashMap<>();

  /**
   * None yet.
   *
   * @param whenDestroyed runs when the container takes one of the servlets away
   */
  Slots(Runnable whenDestroyed) {
    this.whenDestroyed = whenDestroyed;
  }

  /** Registers the servlet for a path, if it has none. */
  void open(ServletContext context, String path) {
    lock.lock();
    try {
      if (!mounts.containsKey(path)) {
        EngineMount mount = new EngineMount(path);
        mount.onDestroy(whenDestroyed);
        mount.register(context);
        mounts.put(path, mount);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Gives a path to a server.
   *
   * @throws IllegalStateException if another one has it, or it cannot have a servlet any more
   */
  void take(ServletContext context, String path, ServerMount server) {
    lock.lock();
    try {
      ServerMount owner = taken.get(path);
      if (owner != null) {
        throw new IllegalStateException(
            server
                + " cannot be at "
                + path
                + ", where "
                + owner
                + " is: give each a path of its own, or close that one before");
      }
      open(context, path);
      taken.put(path, server);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Has a server served at its path, unless that has been taken away from it, and perhaps given to
   * the next one.
   *
   * @param begin starts the mount; must not block, nor call back
   * @return whether it has a path still
   */
  boolean start(ServerMount server, Consumer<EngineMount> begin) {
    lock.lock();
    try {
      for (Map.Entry<String, ServerMount> entry : taken.entrySet()) {
        EngineMount mount = mounts.get(entry.getKey());
        if (entry.getValue() == server && mount != null) {
          begin.accept(mount);
          return true;
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Takes its path away from a server, if it has one: requests get status 503 until the next. */
  void release(ServerMount server) {
    lock.lock();
    try {
      taken.entrySet().stream()
          .filter(entry -> entry.getValue() == server)
          .map(Map.Entry::getKey)
          .findFirst()
          .ifPresent(
              path -> {
                taken.remove(path);
                EngineMount mount = mounts.get(path);
                if (mount != null) {
                  mount.stop();
                }
              });
    } finally {
      lock.unlock();
    }
  }
}
