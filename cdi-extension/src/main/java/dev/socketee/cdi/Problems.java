package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the mistakes of an application, so that a deployment reports all at once. Confined to
 * the thread that starts the container.
 */
final class Problems {

  /** By message, because a container may show an injection point more than once. */
  private final Map<String, DefinitionException> found = new LinkedHashMap<>();

  void add(DefinitionException problem) {
    found.putIfAbsent(String.valueOf(problem.getMessage()), problem);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** The messages, in the order in which they were found. */
  List<String> messages() {
    return List.copyOf(found.keySet());
  }

  /**
   * The first mistake, with the others as suppressed ones; for when the container cannot be told.
   */
  Optional<DefinitionException> first() {
    Iterator<DefinitionException> all = found.values().iterator();
    if (!all.hasNext()) {
      return Optional.empty();
    }
    DefinitionException first = all.next();
    all.forEachRemaining(first::addSuppressed);
    return Optional.of(first);
  }

  void report(AfterDeploymentValidation event) {
    found.values().forEach(event::addDeploymentProblem);
  }
}
