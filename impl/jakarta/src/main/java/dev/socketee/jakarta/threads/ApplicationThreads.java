package dev.socketee.jakarta.threads;

import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes platform threads that belong to the application: the container's where it has a factory for
 * them ({@code java:comp/DefaultManagedThreadFactory}), else plain daemon threads. Thread-safe.
 */
final class ApplicationThreads implements ThreadFactory {

  static final String MANAGED = "java:comp/DefaultManagedThreadFactory";

  private final AtomicInteger count = new AtomicInteger();
  private final String prefix;
  private final ClassLoader application;
  private final Optional<ThreadFactory> managed;

  /**
   * A factory. Looks the container's up at once.
   *
   * @param prefix what the names of the threads start with
   * @param application the context class loader of the threads
   * @param naming where the container's factory may be
   */
  ApplicationThreads(String prefix, ClassLoader application, Naming naming) {
    this.prefix = prefix;
    this.application = application;
    this.managed = naming.find(MANAGED, ThreadFactory.class);
  }

  boolean isManaged() {
    return managed.isPresent();
  }

  /**
   * {@inheritDoc}
   *
   * @throws RejectedExecutionException if the container refuses to make one, as it does when it
   *     stops the application
   */
  @Override
  public Thread newThread(Runnable task) {
    Thread thread = managed.isPresent() ? managed(managed.get(), task) : plain(task);
    thread.setName(prefix + count.incrementAndGet());
    return thread;
  }

  private static Thread managed(ThreadFactory factory, Runnable task) {
    Thread thread;
    try {
      thread = factory.newThread(task);
    } catch (IllegalStateException e) { // ManagedThreadFactory: "shut down"
      throw new RejectedExecutionException("the container makes no more threads", e);
    }
    if (thread == null) {
      throw new RejectedExecutionException("the container refuses to make a thread");
    }
    return thread;
  }

  /** Inherits nothing from the thread that happens to be here: it may be any application's. */
  private Thread plain(Runnable task) {
    Thread thread = new Thread(null, task, prefix, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(application);
    return thread;
  }
}
