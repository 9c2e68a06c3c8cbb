package dev.socketee.jakarta.config;

import dev.socketee.server.ServerOptions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the configuration of one web application, once. Immutable. */
public final class ConfigReader {

  private static final int LONGEST_QUOTE = 100;

  private final SocketIOConfig config;
  private final String effective;

  private ConfigReader(SocketIOConfig config, String effective) {
    this.config = config;
    this.effective = effective;
  }

  /**
   * Reads.
   *
   * @param sources where to look, the one that has precedence first
   * @throws ConfigException with everything that is wrong: keys that are no options, values that
   *     cannot be understood, values that contradict each other
   */
  public static ConfigReader read(List<ConfigSource> sources) {
    return read(sources, draft -> {});
  }

  /**
   * Reads, for a server that code has set something more of.
   *
   * @param sources as above
   * @param parts sets what options cannot say
   * @throws ConfigException as above
   */
  public static ConfigReader read(
      List<ConfigSource> sources, Consumer<ServerOptions.Builder> parts) {
    Pass pass = new Pass(sources);
    Options.ALL.forEach(pass::apply);
    pass.refuseUnknown();
    if (pass.problems.isEmpty()) {
      pass.problems.addAll(Consistency.check(pass.draft, pass.given));
    }
    if (!pass.problems.isEmpty()) {
      throw new ConfigException(pass.problems);
    }
    parts.accept(pass.draft.server);
    String effective =
        pass.changed.isEmpty() ? "all options at their defaults" : String.join(", ", pass.changed);
    return new ConfigReader(pass.draft.build(), effective);
  }

  /** The configuration. */
  public SocketIOConfig config() {
    return config;
  }

  /** The options that are not at their defaults, and where they are set, in one line for a log. */
  public String effective() {
    return effective;
  }

  /** The state of one reading. */
  private static final class Pass {

    final List<ConfigSource> sources;
    final Draft draft = new Draft();
    final Set<String> given = new LinkedHashSet<>();
    final List<String> changed = new ArrayList<>();
    final List<String> problems = new ArrayList<>();

    Pass(List<ConfigSource> sources) {
      this.sources = sources;
    }

    /** Takes an option from the first source that has it. A value without content is none. */
    void apply(Option<?> option) {
      for (ConfigSource source : sources) {
        Optional<String> text = text(source, option);
        if (text.isPresent()) {
          apply(option, text.get(), source);
          return;
        }
      }
    }

    private Optional<String> text(ConfigSource source, Option<?> option) {
      try {
        return source.value(option.key()).map(String::trim).filter(text -> !text.isEmpty());
      } catch (IllegalArgumentException e) {
        problems.add(option.key() + " (" + source.name() + "): " + e.getMessage());
        return Optional.empty();
      }
    }

    private void apply(Option<?> option, String text, ConfigSource source) {
      given.add(option.key());
      Optional<String> problem = option.apply(text, draft);
      if (problem.isPresent()) {
        problems.add(
            option.key() + " = " + quote(text) + " (" + source.name() + "): " + problem.get());
      } else if (!option.isDefault(text)) {
        changed.add(option.key() + " = " + quote(text) + " (" + source.name() + ")");
      }
    }

    void refuseUnknown() {
      for (ConfigSource source : sources) {
        for (String key : source.keys(Option.PREFIX)) {
          if (!Options.KEYS.contains(key)) {
            problems.add(
                "unknown key "
                    + oneLine(key)
                    + " ("
                    + source.name()
                    + ")"
                    + Nearest.to(key, Options.KEYS)
                        .map(known -> "; did you mean " + known + "?")
                        .orElse("; docs/configuration.md has the keys that there are"));
          }
        }
      }
    }

    private static String quote(String text) {
      String line = oneLine(text);
      return '"'
          + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line)
          + '"';
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\s+", " ");
    }
  }
}
