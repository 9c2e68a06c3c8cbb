package dev.socketee.jakarta.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The options that code, or an annotation, has set for one server: their keys do not name it. */
public final class OwnOptions implements ConfigSource {

  private final String name;
  private final String prefix;
  private final @Nullable String owner;

  /** By whole keys. */
  private final Map<String, String> options = new TreeMap<>();

  private OwnOptions(
      String name, String prefix, @Nullable String owner, Map<String, String> options) {
    this.name = name;
    this.prefix = prefix;
    this.owner = owner;
    options.forEach((key, value) -> this.options.put(prefix + key, value));
  }

  /**
   * Options that come before the application's.
   *
   * @param name what messages call them
   * @param server the server that they are of
   * @param options by keys without prefix
   */
  public static OwnOptions of(String name, String server, Map<String, String> options) {
    return new OwnOptions(name, KeyName.serverPrefix(server), server, options);
  }

  /**
   * Options that are looked for where the application's are, because the configuration of the
   * application is that of their server.
   *
   * @param name what messages call them
   * @param options by keys without prefix
   */
  public static OwnOptions general(String name, Map<String, String> options) {
    return new OwnOptions(name, Option.PREFIX, null, options);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(options.get(key));
  }

  @Override
  public Set<String> keys(String start) {
    return options.keySet().stream()
        .filter(key -> key.startsWith(start))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String shown(String key) {
    return key.startsWith(prefix) ? Option.PREFIX + key.substring(prefix.length()) : key;
  }

  @Override
  public Optional<String> owner() {
    return Optional.ofNullable(owner);
  }
}
