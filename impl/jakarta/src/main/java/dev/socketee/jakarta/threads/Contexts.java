package dev.socketee.jakarta.threads;

import java.util.Optional;
import java.util.concurrent.Executor;

/** The container's contexts, as a port: Jakarta Concurrency is behind it. */
@FunctionalInterface
interface Contexts {

  String SERVICE = "java:comp/DefaultContextService";

  /**
   * Captures the context of this thread: the executor runs tasks on the caller's thread, but in it.
   */
  Executor capture();

  /** Finds the container's. */
  static Optional<Contexts> find(Naming naming) {
    try {
      Class.forName(
          "jakarta.enterprise.concurrent.ContextService", false, Contexts.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // Tomcat, Jetty, Undertow
    }
    return ContextCapture.find(naming);
  }
}
