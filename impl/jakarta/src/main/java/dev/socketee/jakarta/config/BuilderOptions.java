package dev.socketee.jakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The options that code has set for one server. */
public final class BuilderOptions implements ConfigSource {

  /** What belongs to the application, and not to one of its servers. */
  private static final Set<String> SHARED =
      Set.of(
          Option.PREFIX + "virtual-threads",
          Option.PREFIX + "handler-threads",
          Option.PREFIX + "executor");

  private static final String PATH = Option.PREFIX + "path";

  private final String server;
  private final Map<String, String> options;

  private BuilderOptions(String server, Map<String, String> options) {
    this.server = server;
    this.options = options;
  }

  /**
   * The sources of a server that code builds: what it has set, then what is configured for the
   * application, but the path.
   *
   * @param server the name of the server
   * @param options what it has set, by keys without prefix
   * @param application where the application's options are
   */
  public static List<ConfigSource> over(
      String server, Map<String, String> options, List<ConfigSource> application) {
    List<ConfigSource> sources = new ArrayList<>();
    sources.add(new BuilderOptions(server, options));
    application.forEach(source -> sources.add(new WithoutPath(source)));
    return List.copyOf(sources);
  }

  @Override
  public String name() {
    return "builder of server \"" + server + "\"";
  }

  @Override
  public Optional<String> value(String key) {
    Optional<String> value =
        Optional.ofNullable(options.get(key.substring(Option.PREFIX.length())));
    if (value.isPresent() && SHARED.contains(key)) {
      throw new IllegalArgumentException(
          "the threads belong to the application: set it in its configuration");
    }
    return value;
  }

  @Override
  public Set<String> keys(String prefix) {
    Set<String> keys = new TreeSet<>();
    options.keySet().forEach(key -> keys.add(Option.PREFIX + key));
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  /** The path is that of the server by configuration, and every server needs one of its own. */
  private record WithoutPath(ConfigSource source) implements ConfigSource {

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public Optional<String> value(String key) {
      return key.equals(PATH) ? Optional.empty() : source.value(key);
    }

    @Override
    public Set<String> keys(String prefix) {
      return source.keys(prefix);
    }
  }
}
