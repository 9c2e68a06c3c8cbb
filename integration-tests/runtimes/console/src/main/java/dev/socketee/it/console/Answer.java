package dev.socketee.it.console;

import java.util.Optional;

/**
 * A line on the standard output of a server, after which a request has been done, or has failed.
 *
 * @param number that of the request; 0 is the start
 * @param failure why it has failed, in one line; empty if it has not
 */
public record Answer(int number, Optional<String> failure) {

  /** How answers begin, so that they are found in a log. */
  private static final String PREFIX = "[console] ";

  private static final String DONE = "done";
  private static final String FAILED = "failed ";

  /** The answer to a request that has been done. */
  public static Answer done(int number) {
    return new Answer(number, Optional.empty());
  }

  /** The answer to a request that has failed. */
  public static Answer failed(int number, Throwable why) {
    return new Answer(number, Optional.of(why.toString().replaceAll("\\R", " | ")));
  }

  /**
   * The answer to a request, if there is one.
   *
   * @param output what the process has printed so far; a line at its end may be incomplete
   */
  public static Optional<Answer> find(int number, String output) {
    String start = "\n" + PREFIX + number + " ";
    int found = output.indexOf(start);
    int end = output.indexOf('\n', found + start.length());
    if (found < 0 || end < 0) {
      return Optional.empty();
    }
    String rest = output.substring(found + start.length(), end);
    return Optional.of(
        rest.equals(DONE)
            ? done(number)
            : new Answer(number, Optional.of(rest.substring(FAILED.length()))));
  }

  /** The line, with the end of whatever line the log was in, and with its own end. */
  @Override
  public String toString() {
    return "\n" + PREFIX + number + " " + failure.map(FAILED::concat).orElse(DONE) + "\n";
  }
}
