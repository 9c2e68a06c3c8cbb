package dev.socketee.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * What a test says about the warnings and errors that it provokes. A test, or its {@code
 * BeforeEach}, takes it as a parameter:
 *
 * <pre>{@code
 * @Test
 * void send_closed_warnsOnce(ExpectedLogs logs) {
 *   logs.expect("closed twice");
 *   ...
 * }
 * }</pre>
 *
 * A pattern is a regular expression, looked for anywhere in {@code LEVEL logger: message (thrown)}.
 * Any thread may call.
 */
public final class ExpectedLogs {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Pattern> required = new ArrayList<>();
  private final List<Pattern> allowed = new ArrayList<>();

  ExpectedLogs() {}

  /**
   * Requires a warning or an error: the test fails if none that matches was logged by its end.
   *
   * @param regex what to find in it
   */
  public void expect(String regex) {
    add(required, regex);
  }

  /**
   * Lets warnings and errors pass, without requiring one.
   *
   * @param regex what to find in them
   */
  public void allow(String regex) {
    add(allowed, regex);
  }

  private void add(List<Pattern> patterns, String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
    lock.lock();
    try {
      patterns.add(pattern);
    } finally {
      lock.unlock();
    }
  }

  /** The lines that no pattern covers, in order. */
  List<String> unexpected(List<String> lines) {
    List<Pattern> patterns = copy(required);
    patterns.addAll(copy(allowed));
    return lines.stream()
        .filter(line -> patterns.stream().noneMatch(pattern -> pattern.matcher(line).find()))
        .toList();
  }

  /** The required patterns that no line matches, in order. */
  List<String> missing(List<String> lines) {
    return copy(required).stream()
        .filter(pattern -> lines.stream().noneMatch(line -> pattern.matcher(line).find()))
        .map(Pattern::pattern)
        .toList();
  }

  private List<Pattern> copy(List<Pattern> patterns) {
    lock.lock();
    try {
      return new ArrayList<>(patterns);
    } finally {
      lock.unlock();
    }
  }
}
