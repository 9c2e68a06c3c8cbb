package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.text;

import dev.socketee.jakarta.config.ThreadOptions.Virtual;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options of the threads that run handlers, and their values while they are read. */
final class ThreadKeys {

  private static final ValueType<Virtual> VIRTUAL =
      new ValueType<>(
          "`auto`, `true` or `false`",
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "auto" -> Virtual.AUTO;
                case "true" -> Virtual.ALWAYS;
                case "false" -> Virtual.NEVER;
                default -> throw ValueType.refused();
              });

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "virtual-threads",
              "auto",
              VIRTUAL,
              "Run handlers on virtual threads. `auto`: on Java 24 and later, where one that blocks"
                  + " holds up no other. `true`: needs Java 21. See [threads.md](threads.md).",
              (draft, value) -> draft.threads.virtual = value),
          new Option<>(
              "handler-threads",
              "200",
              count(1, 100_000),
              "How many threads may run handlers. Without effect where they are virtual, and with"
                  + " `executor`.",
              (draft, value) -> draft.threads.pool = value),
          new Option<>(
              "executor",
              null,
              text("a JNDI name", Pattern.compile("(java:)?[^\\s:]+")),
              "The JNDI name of a managed executor that runs the handlers, such as"
                  + " `java:app/concurrent/handlers`. Default: none, which is threads of our own.",
              (draft, value) -> draft.threads.executor = value));

  private Virtual virtual = ThreadOptions.DEFAULT.virtual();
  private int pool = ThreadOptions.DEFAULT.pool();
  private @Nullable String executor = ThreadOptions.DEFAULT.executor();

  /** Whether somebody else's threads are to be virtual: that is not ours to say. */
  boolean virtualOfAnother() {
    return virtual == Virtual.ALWAYS && executor != null;
  }

  ThreadOptions build() {
    return new ThreadOptions(virtual, pool, executor);
  }
}
