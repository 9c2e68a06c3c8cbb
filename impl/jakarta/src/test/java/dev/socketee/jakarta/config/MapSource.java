package dev.socketee.jakarta.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A source for tests. */
record MapSource(String name, Map<String, String> values) implements ConfigSource {

  /** The keys without the prefix and their values, in turns. */
  static MapSource of(String name, String... keysAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put("socketio." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return new MapSource(name, values);
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public Set<String> keys(String prefix) {
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toSet());
  }
}
