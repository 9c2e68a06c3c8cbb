package dev.socketee.jakarta.config;

import static dev.socketee.jakarta.config.ValueTypes.count;
import static dev.socketee.jakarta.config.ValueTypes.text;

import java.util.List;
import java.util.regex.Pattern;

/** The options of the threads that run handlers. */
final class ThreadKeys {

  /** The options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      List.of(
          new Option<>(
              "handler-threads",
              "200",
              count(1, 100_000),
              "How many threads may run handlers. Without effect on Java 24 and later, where they are"
                  + " virtual, and with `executor`.",
              (draft, value) -> draft.handlerThreads = value),
          new Option<>(
              "executor",
              null,
              text("a JNDI name", Pattern.compile("(java:)?[^\\s:]+")),
              "The JNDI name of a managed executor that runs the handlers, such as"
                  + " `java:app/concurrent/handlers`. Default: virtual threads on Java 24 and later,"
                  + " else a pool of `handler-threads`.",
              (draft, value) -> draft.executor = value));

  private ThreadKeys() {}
}
