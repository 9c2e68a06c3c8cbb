package dev.socketee.it.support;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * What came of one test that ran elsewhere.
 *
 * @param name its name
 * @param problem what went wrong; empty if it passed
 */
public record Outcome(String name, String problem) {

  /** Whether the test passed. */
  public boolean passed() {
    return problem.isEmpty();
  }

  /** The same as a test of JUnit. */
  public DynamicTest asTest() {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          if (!passed()) {
            Assertions.fail(problem);
          }
        });
  }
}
