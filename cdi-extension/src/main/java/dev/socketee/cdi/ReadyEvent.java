package dev.socketee.cdi;

import dev.socketee.SocketIO;
import jakarta.enterprise.inject.spi.BeanManager;

/** Tells the application's observers that a server is ready. Thread-safe. */
final class ReadyEvent {

  private final BeanManager beanManager;
  private final RequestScope requests;

  ReadyEvent(BeanManager beanManager) {
    this.beanManager = beanManager;
    this.requests = new RequestScope(beanManager);
  }

  /**
   * Tells of a server.
   *
   * @throws RuntimeException of an observer
   */
  void fire(SocketIO server) {
    try {
      requests.call(
          () -> {
            beanManager.getEvent().select(SocketIO.class).fire(server);
            return true;
          });
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) { // CDI wraps those that are checked
      throw new IllegalStateException(e);
    }
  }
}
