package dev.socketee.server;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The options of all namespaces of a server.
 *
 * @param all those of every namespace, where nothing else is said
 * @param rules what is said of some; where several are for one namespace, a later one is on top
 */
public record NamespaceTable(NamespaceOptions all, List<Rule> rules) {

  /** A table. */
  public NamespaceTable {
    rules = List.copyOf(rules);
  }

  /** All namespaces alike. */
  public static NamespaceTable of(NamespaceOptions all) {
    return new NamespaceTable(all, List.of());
  }

  /**
   * What some namespaces have of their own.
   *
   * @param names which
   * @param change sets what they have
   */
  public record Rule(Predicate<String> names, Consumer<NamespaceOptions.Builder> change) {}

  /** The options of a namespace. */
  public NamespaceOptions of(String namespace) {
    NamespaceOptions.Builder options = all.toBuilder();
    rules.stream()
        .filter(rule -> rule.names().test(namespace))
        .forEach(rule -> rule.change().accept(options));
    return options.build();
  }
}
