package dev.socketee.jakarta.threads;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Virtual threads, by reflection, for this is compiled for Java 17.
 *
 * <p>Not before Java 24, although Java 21 has them: until then a virtual thread that blocks while
 * it holds a monitor keeps its carrier (JEP 491), of which there are as many as processors.
 * Drivers, EJB containers and applications do that everywhere, so that two handlers that wait for a
 * database would stop all others of a small machine.
 */
final class VirtualThreads {

  private static final int FIRST_WITHOUT_PINNING = 24;

  private VirtualThreads() {}

  /**
   * An executor that starts a thread for every task.
   *
   * @param prefix what the names of the threads start with
   * @return empty on a Java that has none, or none without the drawback
   */
  static Optional<ExecutorService> executor(String prefix) {
    if (Runtime.version().feature() < FIRST_WITHOUT_PINNING) {
      return Optional.empty();
    }
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      type.getMethod("name", String.class, long.class).invoke(builder, prefix, 1L);
      // as with ApplicationThreads: nothing comes from the thread that happens to be here
      type.getMethod("inheritInheritableThreadLocals", boolean.class).invoke(builder, false);
      Object factory = type.getMethod("factory").invoke(builder);
      return Optional.of(
          (ExecutorService)
              Executors.class
                  .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                  .invoke(null, factory));
    } catch (NoSuchMethodException
        | ClassNotFoundException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new LinkageError("this Java has no virtual threads, but should", e);
    }
  }
}
