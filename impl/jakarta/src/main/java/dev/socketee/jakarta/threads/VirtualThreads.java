package dev.socketee.jakarta.threads;

import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ThreadOptions.Virtual;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Virtual threads, by reflection, for this is compiled for Java 17.
 *
 * <p>Of its own accord not before Java 24, although Java 21 has them: until then a virtual thread
 * that blocks while it holds a monitor keeps its carrier (JEP 491), of which there are as many as
 * processors. Drivers, EJB containers and applications do that everywhere, so that two handlers
 * that wait for a database would stop all others of a small machine.
 */
final class VirtualThreads {

  private static final int FIRST = 21;
  private static final int FIRST_WITHOUT_PINNING = 24;

  private VirtualThreads() {}

  /**
   * An executor that starts a thread for every task.
   *
   * @param use when there is to be one
   * @param prefix what the names of the threads start with
   * @return empty if there is to be none on this Java
   * @throws ConfigException if there is to be one, and this Java has no virtual threads
   */
  static Optional<ExecutorService> executor(Virtual use, String prefix) {
    return wanted(use, Runtime.version().feature())
        ? Optional.of(executor(prefix))
        : Optional.empty();
  }

  /** Whether there are to be virtual threads on a version of Java. */
  static boolean wanted(Virtual use, int java) {
    if (use == Virtual.ALWAYS && java < FIRST) {
      throw new ConfigException(
          List.of(
              "socketio.virtual-threads is true, but this is Java "
                  + java
                  + ", and virtual threads exist from Java "
                  + FIRST
                  + " on: set it to auto, or remove it"));
    }
    return switch (use) {
      case AUTO -> java >= FIRST_WITHOUT_PINNING;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  private static ExecutorService executor(String prefix) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
      // as with ApplicationThreads: nothing comes from the thread that happens to be here
      type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
      Object factory = type.getMethod("factory").invoke(builder);
      return (ExecutorService)
          Executors.class
              .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
              .invoke(null, factory);
    } catch (NoSuchMethodException
        | ClassNotFoundException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new LinkageError("this Java has no virtual threads, but should", e);
    }
  }
}
