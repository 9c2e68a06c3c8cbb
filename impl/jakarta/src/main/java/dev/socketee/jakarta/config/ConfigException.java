package dev.socketee.jakarta.config;

import java.util.List;

/**
 * The configuration is wrong, and the application must not start with it. The message names every
 * mistake, where it was made, and what would be right.
 */
public final class ConfigException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final List<String> problems;

  /**
   * An exception.
   *
   * @param problems each a line for whoever wrote the configuration; at least one
   */
  public ConfigException(List<String> problems) {
    super(
        "the configuration of Socket.IO is wrong: "
            + (problems.size() == 1
                ? problems.get(0)
                : problems.size() + " problems\n- " + String.join("\n- ", problems)));
    this.problems = List.copyOf(problems);
  }

  /** The problems, each as a line of text. */
  public List<String> problems() {
    return problems;
  }
}
