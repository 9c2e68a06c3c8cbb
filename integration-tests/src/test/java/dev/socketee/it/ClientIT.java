package dev.socketee.it;

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

/**
 * The official client for JavaScript, by polling, by WebSocket, and by the upgrade between them.
 * The tests are in {@code src/test/node}; here is one method for each script.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ClientIT {

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured("client", Map.of("socketio.cleanup-empty-child-namespaces", "true"));
  }

  @TestFactory
  List<DynamicTest> connect() {
    return run("connect");
  }

  @TestFactory
  List<DynamicTest> event() {
    return run("event");
  }

  @TestFactory
  List<DynamicTest> ack() {
    return run("ack");
  }

  @TestFactory
  List<DynamicTest> room() {
    return run("room");
  }

  @TestFactory
  List<DynamicTest> crowd() {
    return run("crowd");
  }

  @TestFactory
  List<DynamicTest> binary() {
    return run("binary");
  }

  @TestFactory
  List<DynamicTest> error() {
    return run("error");
  }

  @TestFactory
  List<DynamicTest> model() {
    return run("model");
  }

  @TestFactory
  List<DynamicTest> anonymous() {
    return run("anonymous");
  }

  @TestFactory
  List<DynamicTest> disconnect() {
    return run("disconnect");
  }

  @TestFactory
  List<DynamicTest> blocking() {
    return run("blocking");
  }

  @TestFactory
  List<DynamicTest> cdi() {
    return run("cdi");
  }

  @TestFactory
  List<DynamicTest> ejb() {
    return run("ejb");
  }

  @TestFactory
  List<DynamicTest> validation() {
    return run("validation");
  }

  /** What cannot be converted is mentioned in the log, once for each event. */
  @TestFactory
  List<DynamicTest> jsonb() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log = ServerLog.provoke(() -> tests.addAll(run("jsonb")));
    tests.add(
        DynamicTest.dynamicTest(
            "log",
            () ->
                assertThat(log)
                    .containsOnlyOnce("was not delivered: argument 1: cannot convert")
                    .doesNotContain(" ERROR ", "\tat ")));
    return tests;
  }

  @TestFactory
  List<DynamicTest> mpConfig() {
    return run("mp-config");
  }

  @TestFactory
  List<DynamicTest> compression() {
    return run("compression");
  }

  @TestFactory
  List<DynamicTest> listener() {
    return run("listener");
  }

  @TestFactory
  List<DynamicTest> dynamic() {
    return run("dynamic");
  }

  @TestFactory
  List<DynamicTest> traffic() {
    return run("traffic");
  }

  @TestFactory
  List<DynamicTest> transaction() {
    return run("transaction");
  }

  /** The transaction manager has much to say of a transaction that takes too long. */
  @TestFactory
  List<DynamicTest> transactionTimeout() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log = ServerLog.provoke(() -> tests.addAll(run("transaction-timeout")));
    tests.add(
        DynamicTest.dynamicTest(
            "log", () -> assertThat(log).contains("ARJUNA012117").doesNotContain(" ERROR ")));
    return tests;
  }

  @TestFactory
  List<DynamicTest> start() {
    return run("start");
  }

  @TestFactory
  List<DynamicTest> servers() {
    return run("servers");
  }

  @TestFactory
  List<DynamicTest> nodes() {
    return run("nodes");
  }

  @TestFactory
  List<DynamicTest> parserOwn() {
    return run("parser-own");
  }

  /** Who comes past a limit is mentioned in the log, once for each limit. */
  @TestFactory
  List<DynamicTest> limits() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    String log = ServerLog.provoke(() -> tests.addAll(run("limits")));
    tests.add(
        DynamicTest.dynamicTest(
            "log",
            () ->
                assertThat(log)
                    .contains("Closing a connection from ", "Not creating a namespace for a client")
                    .doesNotContain(" ERROR ", "\tat ")));
    return tests;
  }

  @TestFactory
  List<DynamicTest> returning() {
    return run("returning");
  }

  private static List<DynamicTest> run(String subject) {
    return NodeScript.run(subject + ".test.mjs", "/client/");
  }
}
