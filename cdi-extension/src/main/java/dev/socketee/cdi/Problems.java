package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Adds one that the others may come of, so that it is read before these. */
  void addFirst(DefinitionException cause) {
    Map<String, DefinitionException> others = new LinkedHashMap<>(found);
    found.clear();
    add(cause);
    found.putAll(others);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** The messages, in the order in which they were found. */
  List<String> messages() {
    return List.copyOf(found.keySet());
  }

  /**
   * For when the container cannot be told any more.
   *
   * @throws DefinitionException if there are mistakes: with the messages of all
   */
  void throwAll() {
    if (found.size() == 1) {
      throw found.values().iterator().next();
    }
    if (!none()) {
      DefinitionException all =
          new DefinitionException(
              found.size() + " problems:\n  " + String.join("\n  ", found.keySet()));
      found.values().forEach(all::addSuppressed);
      throw all;
    }
  }

  void report(AfterDeploymentValidation event) {
    found.values().forEach(event::addDeploymentProblem);
  }
}
