package dev.socketee.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.ServerLog;
import dev.socketee.it.support.Wars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handlers on threads of our own and on a managed executor, and what a full mailbox does. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ThreadsIT {

  @Deployment(name = "threads", testable = false)
  static WebArchive own() {
    return Wars.configured("threads", Map.of("socketio.handler-threads", "300"));
  }

  @Deployment(name = "threads-named", testable = false)
  static WebArchive named() {
    return Wars.configured(
        "threads-named", Map.of("socketio.executor", "java:app/concurrent/handlers"));
  }

  @Deployment(name = "drop-newest", testable = false)
  static WebArchive droppingNewest() {
    return dropping("drop-newest");
  }

  @Deployment(name = "drop-oldest", testable = false)
  static WebArchive droppingOldest() {
    return dropping("drop-oldest");
  }

  private static WebArchive dropping(String which) {
    return Wars.configured(
        which, Map.of("socketio.mailbox-events", "3", "socketio.mailbox-overflow", which));
  }

  @TestFactory
  List<DynamicTest> threads_ofOurOwn() {
    return NodeScript.run("threads.test.mjs", "/threads/");
  }

  @TestFactory
  List<DynamicTest> threads_ofANamedExecutor() {
    return NodeScript.run("threads.test.mjs", "/threads-named/");
  }

  @TestFactory
  List<DynamicTest> mailbox_dropNewest_dropsWhatComes() throws Exception {
    return overflow("drop-newest");
  }

  @TestFactory
  List<DynamicTest> mailbox_dropOldest_dropsWhatHasWaited() throws Exception {
    return overflow("drop-oldest");
  }

  private static List<DynamicTest> overflow(String which) throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log =
        ServerLog.provoke(
            () -> tests.addAll(NodeScript.run("overflow.test.mjs", "/" + which + "/")));
    tests.add(
        DynamicTest.dynamicTest(
            "log",
            () ->
                assertThat(log)
                    .containsOnlyOnce("Dropping an event from ")
                    .doesNotContain(" ERROR ", "\tat ")));
    return tests;
  }
}
