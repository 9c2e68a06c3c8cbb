package dev.socketee.jakarta.config;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.Lookup.Found;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration of one server, once. Immutable. */
public final class ConfigReader {

  private final SocketIOConfig config;
  private final String effective;
  private final Set<String> given;
  private final Set<String> namespaces;
  private final Set<String> sharedNamespaces;

  private ConfigReader(Pass pass) {
    this.config = pass.draft.build();
    this.effective =
        pass.changed.isEmpty() ? "all options at their defaults" : String.join(", ", pass.changed);
    this.given = Set.copyOf(pass.given);
    this.namespaces = pass.namespaces.named(false);
    this.sharedNamespaces = pass.namespaces.named(true);
  }

  /**
   * Reads the configuration of the server that every application has, as far as sources know it.
   *
   * @param sources where to look, the one that has precedence first
   * @throws ConfigException as below
   */
  public static ConfigReader read(List<ConfigSource> sources) {
    return read(new ServerSetup(SocketIO.DEFAULT_NAME, sources, Set.of(), options -> {}));
  }

  /**
   * Reads the configuration of a server.
   *
   * @throws ConfigException with everything that is wrong: keys that are no options, and values
   *     that cannot be understood; or else values that contradict each other
   */
  public static ConfigReader read(ServerSetup setup) {
    Pass pass = new Pass(setup);
    Options.ALL.forEach(pass::apply);
    pass.readKeys();
    boolean understood = pass.problems.isEmpty();
    if (understood) {
      pass.problems.addAll(Consistency.check(pass.draft, pass.given));
    }
    pass.readNamespaces(understood);
    if (!pass.problems.isEmpty()) {
      throw new ConfigException(pass.problems);
    }
    setup.parts().accept(pass.draft.server);
    return new ConfigReader(pass);
  }

  /** The configuration. */
  public SocketIOConfig config() {
    return config;
  }

  /** Whether the path is set, and not that which the server by configuration has by default. */
  public boolean hasPath() {
    return given.contains(Option.PREFIX + MountKeys.PATH);
  }

  /** The options that are not at their defaults, and where they are set, in one line for a log. */
  public String effective() {
    return effective;
  }

  /**
   * The namespaces, and templates of such, that keys for this server name, but for those known
   * before.
   */
  public Set<String> namespaces() {
    return namespaces;
  }

  /** Likewise, those that keys for all servers name. */
  public Set<String> sharedNamespaces() {
    return sharedNamespaces;
  }

  /** The state of one reading. */
  private static final class Pass {

    final ServerSetup setup;
    final Draft draft = new Draft();
    final Set<String> given = new LinkedHashSet<>();
    final List<String> changed = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    final Lookup lookup;
    final NamespaceReader namespaces;

    Pass(ServerSetup setup) {
      this.setup = setup;
      lookup = new Lookup(setup, problems::add);
      namespaces = new NamespaceReader(setup, lookup, problems);
    }

    void apply(Option<?> option) {
      lookup.find(option).ifPresent(found -> apply(option, found));
    }

    private void apply(Option<?> option, Found found) {
      given.add(option.key());
      Optional<String> problem = option.apply(found.text(), draft);
      if (problem.isPresent()) {
        problems.add(found.described() + ": " + problem.get());
      } else if (!option.isDefault(found.text())) {
        changed.add(found.described());
      }
    }

    /** Looks at the keys that are set: at what they are, and which namespaces they name. */
    void readKeys() {
      for (ConfigSource source : setup.sources()) {
        for (String key : Lookup.keys(source)) {
          KeyName name = name(key, source);
          Optional<String> problem = KeyCheck.problem(key, name, source);
          problem.ifPresent(problems::add);
          if (problem.isEmpty()) {
            namespaces.add(key, name, source);
          }
        }
      }
    }

    private KeyName name(String key, ConfigSource source) {
      return source
          .owner()
          .map(owner -> KeyName.of(owner, key.substring(KeyName.serverPrefix(owner).length())))
          .orElseGet(() -> KeyName.of(key, List.of(setup.server())));
    }

    /**
     * Reads what namespaces have.
     *
     * @param understood whether everything else was, so that one knows what they need room for
     */
    void readNamespaces(boolean understood) {
      draft.server.namespaces(namespaces.read(understood ? draft.largestEvent() : 0));
      changed.addAll(namespaces.changed());
    }
  }
}
