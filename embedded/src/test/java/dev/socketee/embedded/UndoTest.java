package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was begun is taken back. */
class UndoTest {

  private final ServerLoader loader = new ServerLoader(getClass().getClassLoader());
  private final List<String> done = new ArrayList<>();

  @Test
  void steps_areTaken_theLastFirst_whateverOthersThrow(ExpectedLogs logs) {
    logs.expect("Failed to fail with an exception");
    logs.expect("Failed to fail with an error");
    Undo undo = new Undo(loader);
    undo.add("first", () -> done.add("first"));
    undo.add(
        "fail with an exception",
        () -> {
          throw new IllegalStateException("on purpose");
        });
    undo.add("second", () -> done.add("second"));
    undo.add(
        "fail with an error",
        () -> {
          throw new NoClassDefFoundError("on purpose");
        });
    undo.add("third", () -> done.add("third"));

    undo.run();

    assertThat(done).containsExactly("third", "second", "first");
  }

  @Test
  void steps_haveTheContextOfTheServer_whoeverCalls() {
    List<ClassLoader> seen = new ArrayList<>();
    Undo undo = new Undo(loader);
    undo.add("look", () -> seen.add(Thread.currentThread().getContextClassLoader()));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    ClassLoader foreign = ClassLoader.getPlatformClassLoader();
    thread.setContextClassLoader(foreign);
    try {
      undo.run();

      assertThat(seen).containsExactly(loader);
      assertThat(thread.getContextClassLoader()).isSameAs(foreign);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
