package dev.socketee.jakarta.config;

import dev.socketee.SocketIO;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds keys that nothing reads. */
public final class KeyCheck {

  private static final String DOCUMENTED = "docs/configuration.md has the keys that there are";

  private KeyCheck() {}

  /**
   * Refuses keys of servers that there are not.
   *
   * @param servers the names of those that there are
   * @throws ConfigException if there are such keys
   */
  public static void requireServers(List<ConfigSource> sources, Set<String> servers) {
    List<String> problems = new ArrayList<>();
    for (ConfigSource source : sources) {
      for (String key : Lookup.keys(source)) {
        String server = KeyName.of(key, servers).server();
        if (server != null && !servers.contains(server)) {
          problems.add(
              described(key, source)
                  + ": there is no server \""
                  + server
                  + "\""
                  + Nearest.to(server, servers)
                      .map(known -> "; did you mean \"" + known + "\"?")
                      .orElse(", only " + servers));
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /** Guesses which of some names somebody meant to write; empty if none is similar. */
  public static String suggestion(String text, Collection<String> names) {
    return Nearest.to(text, names).map(known -> "; did you mean " + known + "?").orElse("");
  }

  /** What is wrong with a key; empty if it is one that something reads. */
  static Optional<String> problem(String key, KeyName name, ConfigSource source) {
    Option<?> option = Options.BY_NAME.get(name.option());
    if (option == null) {
      String shown = source.shown(key);
      return Optional.of(
          "unknown key "
              + described(key, source)
              + suggestion(shown, name)
                  .map(known -> "; did you mean " + known + "?")
                  .orElse("; " + DOCUMENTED));
    }
    if (name.namespace() != null && option.own() == null) {
      return Optional.of(
          described(key, source)
              + ": "
              + option.name()
              + " is an option of a server, not of one namespace, which can have "
              + String.join(", ", Options.OF_NAMESPACES));
    }
    String server = name.server();
    if (server != null
        && !server.equals(SocketIO.DEFAULT_NAME)
        && ThreadKeys.ALL.contains(option)) {
      return Optional.of(
          described(key, source)
              + ": the threads belong to the application: set it in its configuration");
    }
    return Optional.empty();
  }

  private static String described(String key, ConfigSource source) {
    return Lookup.oneLine(source.shown(key)) + " (" + source.name() + ")";
  }

  private static Optional<String> suggestion(String shown, KeyName name) {
    Collection<String> known =
        name.namespace() == null ? Options.BY_NAME.keySet() : Options.OF_NAMESPACES;
    return Nearest.to(name.option(), known)
        .map(option -> shown.substring(0, shown.length() - name.option().length()) + option)
        .or(() -> scope(name.option()).filter(key -> !key.equals(shown)));
  }

  /** The way to name a server or namespace, if that seems to be meant. */
  private static Optional<String> scope(String rest) {
    int dot = rest.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    return Nearest.to(rest.substring(0, dot + 1), List.of(KeyName.SERVER, KeyName.NAMESPACE))
        .map(scope -> Option.PREFIX + scope + rest.substring(dot + 1))
        .filter(key -> Options.BY_NAME.containsKey(KeyName.of(key, List.of()).option()));
  }
}
