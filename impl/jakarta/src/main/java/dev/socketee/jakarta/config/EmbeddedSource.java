package dev.socketee.jakarta.config;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an embedded server is given: the options of its code, or system properties. Immutable. */
final class EmbeddedSource implements ConfigSource {

  private final String name;
  private final Map<String, String> values;

  private EmbeddedSource(String name, Map<String, String> values) {
    this.name = name;
    this.values = Map.copyOf(values);
  }

  /**
   * What code has set.
   *
   * @param options by keys without prefix
   */
  static ConfigSource options(Map<String, String> options) {
    Map<String, String> values = new TreeMap<>();
    options.forEach((key, value) -> values.put(Option.PREFIX + key, value));
    return new EmbeddedSource("option", values);
  }

  /** The properties that have the prefix of our options, as they are now. */
  static ConfigSource properties(Properties properties) {
    return new EmbeddedSource(
        "system property",
        properties.stringPropertyNames().stream()
            .filter(key -> key.startsWith(Option.PREFIX))
            .collect(Collectors.toMap(Function.identity(), properties::getProperty)));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public Set<String> keys(String prefix) {
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
