package dev.socketee.test;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fails a test in whose time a warning or an error was logged that it did not announce. Registered
 * for every test class by the service loader (see {@code junit-platform.properties} beside it);
 * tests talk to it through an {@link ExpectedLogs} parameter.
 *
 * <p>Nothing that is logged is lost: what comes between two tests is laid to the next check, and
 * the last check of a class is after its {@code AfterAll} methods. Tests must not run in parallel.
 */
public final class LogGuard
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(LogGuard.class);

  /** Made by the service loader. */
  public LogGuard() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    recorder(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    check(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    check(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ExpectedLogs.class;
  }

  @Override
  public ExpectedLogs resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return expected(context);
  }

  private static void check(ExtensionContext context) {
    List<String> lines = recorder(context).drain();
    ExpectedLogs expected = expected(context);
    List<String> wrong =
        Stream.concat(
                expected.unexpected(lines).stream().map(line -> "unexpected log: " + line),
                expected.missing(lines).stream().map(regex -> "no log matches: " + regex))
            .toList();
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join(System.lineSeparator(), wrong));
    }
  }

  private static WarningRecorder recorder(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            WarningRecorder.class, key -> WarningRecorder.start(), WarningRecorder.class);
  }

  /** One for each test; a class has its own, for what its {@code BeforeAll} and the like do. */
  private static ExpectedLogs expected(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(context.getUniqueId(), key -> new ExpectedLogs(), ExpectedLogs.class);
  }
}
