package dev.socketee.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.behaviour.Cell.Verdict;
import dev.socketee.it.runtime.RunningServer;
import dev.socketee.it.runtime.Server;
import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the same behaviours on one server after the other, and holds {@code docs/servers.md} to what
 * came of it. Which servers: system property {@code servers}, see {@link Servers#chosen()}. Which
 * behaviours: {@code behaviours}, names with commas between them; empty for all. With {@code
 * servers.page=write} the page is written instead of compared.
 */
class BehavioursCheck {

  private static final Path PAGE = Path.of("../docs/servers.md");

  private final Table table = table();

  private static Table table() {
    try {
      return Table.of(Files.readString(PAGE), Servers.ALL.stream().map(Server::title).toList());
    } catch (IOException e) {
      throw new IllegalStateException("There is no " + PAGE, e);
    }
  }

  @TestFactory
  Stream<DynamicNode> servers() {
    return Stream.concat(
        Servers.chosen().stream()
            .map(server -> DynamicContainer.dynamicContainer(server.title(), tests(server))),
        Stream.of(DynamicTest.dynamicTest("docs/servers.md says so", this::comparePage)));
  }

  /** Lazy: the server is started when the first test is asked for, and closed after the last. */
  private Stream<DynamicNode> tests(Server server) {
    return Stream.of(server).flatMap(this::testsOnceStarted);
  }

  private Stream<DynamicNode> testsOnceStarted(Server server) {
    RunningServer running;
    try {
      running = server.start();
    } catch (IOException e) {
      return Stream.of(failed("start", e));
    }
    Stage stage = new Stage(running);
    return chosen().stream()
        .filter(behaviour -> Servers.expected(server, behaviour).verdict() != Verdict.ABSENT)
        .map(behaviour -> tests(behaviour, server, stage))
        .onClose(running::close);
  }

  private DynamicNode tests(Behaviour behaviour, Server server, Stage stage) {
    Cell expected = Servers.expected(server, behaviour);
    List<Outcome> outcomes;
    try {
      outcomes = Trials.of(behaviour).on(stage);
    } catch (Exception e) {
      table.put(behaviour, server.title(), Cell.UNKNOWN);
      return failed(behaviour.title(), e);
    }
    boolean passed = outcomes.stream().allMatch(Outcome::passed);
    if (expected.verdict() == Verdict.NO) {
      table.put(behaviour, server.title(), passed ? Cell.YES : expected);
      return DynamicTest.dynamicTest(
          behaviour.title() + ", which this server cannot",
          () -> assertThat(passed).as("works now: %s", expected.reason()).isFalse());
    }
    table.put(behaviour, server.title(), passed ? Cell.YES : Cell.UNKNOWN);
    return DynamicContainer.dynamicContainer(
        behaviour.title(), outcomes.stream().map(Outcome::asTest));
  }

  private static DynamicTest failed(String name, Exception problem) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          throw problem;
        });
  }

  private static Set<Behaviour> chosen() {
    String names = System.getProperty("behaviours", "");
    EnumSet<Behaviour> chosen = EnumSet.noneOf(Behaviour.class);
    if (names.isEmpty()) {
      chosen.addAll(Arrays.asList(Behaviour.values()));
      if (!Suites.areThere()) {
        chosen.removeAll(Suites.BEHAVIOURS);
      }
    } else {
      Arrays.stream(names.split(",", -1)).map(Behaviour::valueOf).forEach(chosen::add);
    }
    return chosen;
  }

  private void comparePage() throws IOException {
    for (Server server : Servers.chosen()) {
      for (Behaviour behaviour : Behaviour.values()) {
        Cell expected = Servers.expected(server, behaviour);
        if (expected.verdict() == Verdict.ABSENT) {
          table.put(behaviour, server.title(), expected);
        }
      }
    }
    String page = table.page();
    if (System.getProperty("servers.page", "").equals("write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(page)
        .as("the page; run with -Dservers.page=write to have it written")
        .isEqualTo(Files.readString(PAGE));
    if (Servers.chosen().equals(Servers.ALL)) {
      assertThat(page).as("a cell that nobody has tried").doesNotContain("| ? |");
    }
  }
}
