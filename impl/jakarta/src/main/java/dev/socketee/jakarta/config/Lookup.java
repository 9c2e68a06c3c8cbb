package dev.socketee.jakarta.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds the values of one server. The most specific key wins, wherever it is; of those that are set
 * in several places, the place that comes first. A value without content is none.
 */
final class Lookup {

  private static final int LONGEST_QUOTE = 100;

  private final ServerSetup setup;
  private final Consumer<String> problems;

  /**
   * For one server.
   *
   * @param problems is told what cannot be read
   */
  Lookup(ServerSetup setup, Consumer<String> problems) {
    this.setup = setup;
    this.problems = problems;
  }

  /** A value, and where it was found. */
  record Found(String key, String text, ConfigSource source) {

    /** What messages and the log call it. */
    String described() {
      return source.shown(key) + " = " + quote(text) + " (" + source.name() + ")";
    }
  }

  /** The value of an option of the server. */
  Optional<Found> find(Option<?> option) {
    Optional<Found> own = find(KeyName.ofServer(setup.server(), option.name()));
    return own.isPresent() || isItsOwn(option) ? own : find(List.of(option.key()));
  }

  /** The path is that of the server by configuration, and every server needs one of its own. */
  private boolean isItsOwn(Option<?> option) {
    return option.name().equals(MountKeys.PATH) && !setup.isDefault();
  }

  /** The value of the first source that has one of some keys that say the same. */
  Optional<Found> find(List<String> keys) {
    for (ConfigSource source : setup.sources()) {
      for (String key : keys) {
        Optional<String> text = text(source, key);
        if (text.isPresent()) {
          return Optional.of(new Found(key, text.get(), source));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(ConfigSource source, String key) {
    try {
      return source.value(key).map(String::trim).filter(text -> !text.isEmpty());
    } catch (IllegalArgumentException e) {
      problems.accept(source.shown(key) + " (" + source.name() + "): " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The keys that are set in a source. */
  static Set<String> keys(ConfigSource source) {
    return new TreeSet<>(source.keys(Option.PREFIX));
  }

  private static String quote(String text) {
    String line = oneLine(text);
    return '"'
        + (line.length() > LONGEST_QUOTE ? line.substring(0, LONGEST_QUOTE) + "..." : line)
        + '"';
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
