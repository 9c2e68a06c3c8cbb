package dev.socketee.it.behaviour;

import dev.socketee.it.protocol.EngineCases;
import dev.socketee.it.protocol.HandshakeCases;
import dev.socketee.it.protocol.HttpErrorsCases;
import dev.socketee.it.protocol.SocketCases;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Outcome;
import dev.socketee.it.support.TestClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** How each behaviour is tried: nearly always by scripts with the official client. */
final class Trials {

  private static final String GENERAL = "app";

  private Trials() {}

  static Trial of(Behaviour behaviour) {
    return switch (behaviour) {
      case POLLING -> general("polling");
      case WEBSOCKET -> general("websocket");
      case UPGRADE -> general("upgrade");
      case UPGRADE_UNDER_TRAFFIC -> scripts("traffic");
      case BINARY -> scripts("binary");
      case COMPRESSION -> scripts("compression");
      case PAYLOADS -> scripts("large");
      case LIMITS -> scripts("limits");
      case CONNECTIONS -> scripts("many");
      case ABORTED_POLLS -> scripts("aborted");
      case SLOW_CONSUMERS -> scripts("slow");
      case CONCURRENT_EMITS -> scripts("concurrent");
      case SERVERS -> scripts("servers", "nodes", "parser-own");
      case JSON_B -> scripts("jsonb");
      case CDI -> scripts("cdi");
      case PRINCIPAL -> login("basic", Applications.BASIC, "principal");
      case FORM -> login("form", Applications.FORM, "principal");
      case CONFIGURATION -> scripts("mp-config");
      case EJB -> scripts("ejb");
      case CALLERS -> login("basic", Applications.BASIC, "identity");
      case TRANSACTIONS -> scripts("transaction");
      case VALIDATION -> scripts("validation");
      case REDEPLOYMENT -> new Redeployments();
      case ROOT -> root();
      case WIRE_OF_ENGINE -> wireOfEngine();
      case WIRE_OF_SOCKET -> classes(Applications.CALM, SocketCases.class);
      case SUITE_ENGINE_V4 -> Suites.trial("engine.io-protocol/v4", Applications.AS_BUILT);
      case SUITE_SOCKET_V5 -> Suites.trial("socket.io-protocol/v5", Applications.AS_BUILT);
      case SUITE_ENGINE_V3 -> Suites.trial("engine.io-protocol/v3", Applications.LEGACY);
      case STOP -> stop();
    };
  }

  /** What works the same by every transport, by one of them. */
  private static Trial general(String transport) {
    List<String> names =
        List.of(
            "connect",
            "event",
            "ack",
            "room",
            "crowd",
            "error",
            "disconnect",
            "blocking",
            "listener",
            "dynamic",
            "returning");
    return stage ->
        run(names, stage.application(GENERAL, Applications.CALM), Map.of("TRANSPORT", transport));
  }

  private static Trial scripts(String... names) {
    return stage -> run(List.of(names), stage.application(GENERAL, Applications.CALM), Map.of());
  }

  /** The scripts tell by the path how to log in. */
  private static Trial login(String name, Function<String, WebArchive> war, String script) {
    return stage -> run(List.of(script), stage.application(name, war), Map.of());
  }

  private static Trial root() {
    return stage -> run(List.of("connect"), stage.application("ROOT", Applications.CALM), Map.of());
  }

  private static Trial wireOfEngine() {
    Trial handshake = classes(Applications.AS_BUILT, HandshakeCases.class);
    Trial others = classes(Applications.CALM, EngineCases.class, HttpErrorsCases.class);
    return stage -> Stream.concat(others.on(stage).stream(), handshake.on(stage).stream()).toList();
  }

  private static Trial classes(Function<String, WebArchive> war, Class<?>... tests) {
    return stage -> {
      int port = stage.application("ROOT", war).getPort();
      return Arrays.stream(tests).flatMap(cases -> TestClasses.run(cases, port).stream()).toList();
    };
  }

  /** The last one: there is no server any more after it. */
  private static Trial stop() {
    return stage ->
        NodeScript.outcomes(
            "stop.test.mjs",
            stage.application(GENERAL, Applications.CALM),
            Map.of("stop", () -> stop(stage)),
            Map.of());
  }

  private static void stop(Stage stage) {
    try {
      stage.server().stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Outcome> run(
      List<String> names, URI application, Map<String, String> environment) {
    List<Outcome> outcomes = new ArrayList<>();
    for (String name : names) {
      for (Outcome outcome :
          NodeScript.outcomes(name + ".test.mjs", application, Map.of(), environment)) {
        outcomes.add(new Outcome(name + ": " + outcome.name(), outcome.problem()));
      }
    }
    return outcomes;
  }
}
