package dev.socketee.cdi;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import org.jspecify.annotations.Nullable;

/** Runs tasks with an active request context. Thread-safe. */
final class RequestScope {

  private final BeanManager beanManager;
  private final Bean<RequestContextController> controllers;

  RequestScope(BeanManager beanManager) {
    this.beanManager = beanManager;
    this.controllers = resolve(beanManager);
  }

  /**
   * Runs a task, in the request context of this thread if one is active, else in one of its own.
   */
  <T extends @Nullable Object> T call(Task<T> task) throws Exception {
    // one for each call: a controller remembers whether it was the one that activated
    RequestContextController controller =
        controllers.create(beanManager.createCreationalContext(controllers));
    boolean activated = controller.activate();
    try {
      return task.run();
    } finally {
      if (activated) {
        controller.deactivate();
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static Bean<RequestContextController> resolve(BeanManager beanManager) {
    return (Bean<RequestContextController>)
        beanManager.resolve(
            beanManager.getBeans(RequestContextController.class, Any.Literal.INSTANCE));
  }

  /** What to run. */
  @FunctionalInterface
  interface Task<T extends @Nullable Object> {
    T run() throws Exception;
  }
}
