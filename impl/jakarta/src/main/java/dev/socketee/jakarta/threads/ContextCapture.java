package dev.socketee.jakarta.threads;

import jakarta.enterprise.concurrent.ContextService;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Takes the context of a thread along: class loader, JNDI, caller. A server may have no Jakarta
 * Concurrency: only {@link Contexts} touches this class, and only after it found the API.
 */
final class ContextCapture implements Contexts {

  private final ContextService service;

  private ContextCapture(ContextService service) {
    this.service = service;
  }

  static Optional<Contexts> find(Naming naming) {
    return naming.find(SERVICE, ContextService.class).map(ContextCapture::new);
  }

  @Override
  public Executor capture() {
    return service.currentContextExecutor();
  }
}
