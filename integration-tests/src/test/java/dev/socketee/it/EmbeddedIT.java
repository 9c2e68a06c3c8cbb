package dev.socketee.it;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.it.auth.Guarded;
import dev.socketee.it.binary.Binary;
import dev.socketee.it.blocking.Blocking;
import dev.socketee.it.broadcast.Crowd;
import dev.socketee.it.disconnect.Disconnects;
import dev.socketee.it.dynamic.Dynamic;
import dev.socketee.it.dynamic.Tenants;
import dev.socketee.it.echo.CustomMirror;
import dev.socketee.it.echo.MainMirror;
import dev.socketee.it.error.Errors;
import dev.socketee.it.error.Unhandled;
import dev.socketee.it.hooks.Hooks;
import dev.socketee.it.listeners.Listeners;
import dev.socketee.it.load.CalmStorm;
import dev.socketee.it.load.Large;
import dev.socketee.it.load.LoadServers;
import dev.socketee.it.load.Many;
import dev.socketee.it.load.Missed;
import dev.socketee.it.load.Observer;
import dev.socketee.it.load.RecoveringStorm;
import dev.socketee.it.load.Slow;
import dev.socketee.it.rooms.Rooms;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.traffic.Traffic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The embedded mode with beans of the web application, driven by the same scripts, by long-polling,
 * by WebSocket, and by the upgrade between them.
 */
class EmbeddedIT {

  private static final List<String> SCRIPTS =
      List.of(
          "binary",
          "blocking",
          "connect",
          "crowd",
          "disconnect",
          "dynamic",
          "error",
          "event",
          "listener",
          "room",
          "traffic");

  private static final List<String> LOAD =
      List.of("aborted", "concurrent", "large", "many", "slow");

  private static EmbeddedSocketIO start(int port) {
    return start(port, "/embedded");
  }

  private static EmbeddedSocketIO start(int port, String contextPath) {
    return EmbeddedSocketIO.builder()
        .port(port)
        .contextPath(contextPath)
        .option("ping-interval", "500")
        .option("ping-timeout", "5000")
        .option("max-payload", "1000000")
        .option("cleanup-empty-child-namespaces", "true")
        .beans(MainMirror.class, CustomMirror.class, Guarded.class, Hooks.class)
        .beans(Binary.class, Blocking.class, Crowd.class, Disconnects.class)
        .beans(Dynamic.class, Tenants.class, Errors.class, Unhandled.class)
        .beans(Listeners.class, Rooms.class, Traffic.class)
        .beans(LoadServers.class, Observer.class, Large.class, Many.class)
        .beans(CalmStorm.class, RecoveringStorm.class, Missed.class, Slow.class)
        .start();
  }

  @TestFactory
  List<DynamicTest> behaviours() {
    return run(SCRIPTS, "/embedded");
  }

  @TestFactory
  List<DynamicTest> load() {
    return run(LOAD, "/embedded");
  }

  @TestFactory
  List<DynamicTest> withoutContextPath() {
    return run(List.of("connect"), "");
  }

  private static List<DynamicTest> run(List<String> scripts, String contextPath) {
    try (EmbeddedSocketIO server = start(0, contextPath)) {
      return scripts.stream()
          .flatMap(
              script ->
                  NodeScript.run(script + ".test.mjs", server.uri(), Map.of()).stream()
                      .map(test -> named(script, test)))
          .toList();
    }
  }

  @TestFactory
  List<DynamicTest> stop() {
    try (EmbeddedSocketIO server = start(0)) {
      return NodeScript.run("stop.test.mjs", server.uri(), Map.of("stop", server::close));
    }
  }

  private static DynamicTest named(String script, DynamicTest test) {
    return DynamicTest.dynamicTest(script + ": " + test.getDisplayName(), test.getExecutable());
  }

  @TestFactory
  List<DynamicTest> closeAndRestart() {
    AtomicReference<EmbeddedSocketIO> server = new AtomicReference<>(start(0));
    int port = server.get().port();
    try {
      return NodeScript.run(
          "redeploy.test.mjs",
          server.get().uri(),
          Map.of("undeploy", () -> server.get().close(), "deploy", () -> server.set(start(port))));
    } finally {
      server.get().close();
    }
  }
}
