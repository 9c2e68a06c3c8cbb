package dev.socketee.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketee.it.deployment.RemainsServlet;
import dev.socketee.it.runtime.RunningServer;
import dev.socketee.it.support.NodeScript;
import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application that is deployed and undeployed again and again, each time with clients that use
 * much of it and are there when it goes. Nothing of it may stay: another application looks for
 * class loaders and threads.
 */
final class Redeployments implements Trial {

  private static final int TIMES = 20;

  /**
   * How many class loaders may stay, whatever the number of deployments: each idle thread of a
   * server may hold on to the application that it was started for, or had its last timer from, and
   * JDK 17 to the record that was compared first, by a method handle of {@code ObjectMethods}. A
   * leak would keep all.
   */
  private static final int REMAINS = 8;

  private static final String APPLICATION = "redeployed";
  private static final String OBSERVER = "observer";

  /** There are thread pools whose idle threads end after a minute, with what they hold on to. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  @Override
  public List<Outcome> on(Stage stage) throws IOException {
    stage.clear();
    RunningServer server = stage.server();
    Path war = stage.file(APPLICATION, Applications.CALM.apply(APPLICATION));
    stage.application(OBSERVER, Redeployments::observer);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 1; i <= TIMES && outcomes.stream().allMatch(Outcome::passed); i++) {
      server.deploy(APPLICATION, war);
      for (Outcome outcome : visit(server)) {
        outcomes.add(
            new Outcome("%d of %d: %s".formatted(i, TIMES, outcome.name()), outcome.problem()));
      }
    }
    URI remains = server.uri(OBSERVER).resolve("remains");
    outcomes.add(eventually("no thread stays", () -> assertThat(ask(remains)).isEqualTo("[]")));
    URI loaders = server.uri(OBSERVER).resolve("remains?of=/" + APPLICATION);
    outcomes.add(
        eventually(
            "no class loader stays, but " + REMAINS + " at most",
            () -> assertThat(Integer.parseInt(ask(loaders))).isLessThanOrEqualTo(REMAINS)));
    stage.clear();
    return outcomes;
  }

  private static WebArchive observer(String name) {
    return ShrinkWrap.create(WebArchive.class, name + ".war").addClass(RemainsServlet.class);
  }

  /** Ends with the undeployment, whatever comes in between. */
  private static List<Outcome> visit(RunningServer server) {
    boolean[] undeployed = {false};
    Runnable undeploy =
        () -> {
          undeployed[0] = true;
          undeploy(server);
        };
    List<Outcome> outcomes =
        NodeScript.outcomes(
            "visit.test.mjs", server.uri(APPLICATION), Map.of("undeploy", undeploy), Map.of());
    if (!undeployed[0]) {
      undeploy(server);
    }
    return outcomes;
  }

  private static void undeploy(RunningServer server) {
    try {
      server.undeploy(APPLICATION);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome eventually(String name, ThrowingRunnable assertion) {
    try {
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(assertion);
      return new Outcome(name, "");
    } catch (RuntimeException e) {
      return new Outcome(name, e.toString());
    }
  }

  private static String ask(URI page) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
      return response.statusCode() == 200 ? response.body() : "status " + response.statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while " + page + " was asked for", e);
    }
  }
}
