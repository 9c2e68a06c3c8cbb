package dev.socketee.jakarta.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at options before anybody reads them. */
public final class OptionsCheck {

  private OptionsCheck() {}

  /**
   * Finds what is wrong with each of some options of a server.
   *
   * @param name what messages call the place where they are set
   * @param options by keys without prefix
   * @return a line for each mistake
   */
  public static List<String> problems(String name, Map<String, String> options) {
    OwnOptions source = OwnOptions.general(name, options);
    List<String> problems = new ArrayList<>();
    new TreeMap<>(options)
        .forEach(
            (key, value) -> problem(Option.PREFIX + key, value, source).ifPresent(problems::add));
    return problems;
  }

  private static Optional<String> problem(String key, String value, ConfigSource source) {
    KeyName name = KeyName.of(key, List.of());
    if (name.server() != null) {
      return Optional.of(
          key + " (" + source.name() + "): only the configuration has options of other servers");
    }
    Optional<String> problem = KeyCheck.problem(key, name, source);
    Option<?> option = Options.BY_NAME.get(name.option());
    String text = value.trim();
    if (problem.isPresent() || option == null || text.isEmpty()) {
      return problem;
    }
    return option
        .apply(text, new Draft())
        .map(reason -> new Lookup.Found(key, text, source).described() + ": " + reason);
  }
}
