package dev.socketee.it.behaviour;

import dev.socketee.it.behaviour.Cell.Verdict;
import dev.socketee.it.runtime.RunningServer;
import dev.socketee.it.runtime.Server;
import dev.socketee.it.support.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * What came of trying behaviours on one server.
 *
 * @param server which
 * @param cells what is to be said of each behaviour that was tried, or that the server has not
 * @param tests the same in detail, for JUnit
 */
record Column(Server server, Map<Behaviour, Cell> cells, List<DynamicNode> tests) {

  /** Starts a server, tries behaviours on it, and stops it. */
  static Column of(Server server, Collection<Behaviour> behaviours) {
    Column column = new Column(server, new EnumMap<>(Behaviour.class), new ArrayList<>());
    for (Behaviour behaviour : Behaviour.values()) {
      Cell expected = Servers.expected(server, behaviour);
      if (expected.verdict() == Verdict.ABSENT) {
        column.cells.put(behaviour, expected);
      }
    }
    try (RunningServer running = server.start()) {
      Stage stage = new Stage(server.id(), running);
      behaviours.stream()
          .filter(behaviour -> !column.cells.containsKey(behaviour))
          .forEach(behaviour -> column.tryOut(behaviour, stage));
    } catch (IOException | RuntimeException e) {
      column.tests.add(failed("(server)", e));
    }
    return column;
  }

  private void tryOut(Behaviour behaviour, Stage stage) {
    long start = System.nanoTime();
    String came;
    try {
      List<Outcome> outcomes = Trials.of(behaviour).on(stage);
      boolean passed = outcomes.stream().allMatch(Outcome::passed);
      came = passed ? "passed" : "failed";
      note(behaviour, passed, outcomes);
    } catch (Exception e) {
      came = e.toString();
      cells.put(behaviour, Cell.UNKNOWN);
      tests.add(failed(behaviour.title(), e));
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    System.out.printf("%s: %s: %s, %d s%n", server.title(), behaviour.title(), came, seconds);
  }

  private void note(Behaviour behaviour, boolean passed, List<Outcome> outcomes) {
    Cell expected = Servers.expected(server, behaviour);
    if (expected.verdict() == Verdict.SOMETIMES) {
      cells.put(behaviour, expected); // whatever came of it this time
    } else if (expected.verdict() == Verdict.NO) {
      cells.put(behaviour, passed ? Cell.YES : expected);
      tests.add(
          DynamicContainer.dynamicContainer(
              behaviour.title() + ", which this server cannot", cannot(expected, outcomes)));
    } else {
      cells.put(behaviour, passed ? Cell.YES : Cell.UNKNOWN);
      tests.add(
          DynamicContainer.dynamicContainer(
              behaviour.title(), outcomes.stream().map(Outcome::asTest)));
    }
  }

  /** That it still cannot; and that all else passes, if it is told what does not. */
  private static Stream<DynamicTest> cannot(Cell expected, List<Outcome> outcomes) {
    Set<String> names = expected.failing();
    Map<Boolean, List<Outcome>> known =
        outcomes.stream()
            .collect(
                Collectors.partitioningBy(
                    outcome -> names.isEmpty() || names.contains(outcome.name())));
    DynamicTest still =
        DynamicTest.dynamicTest(
            "(still)",
            () -> {
              if (known.get(true).stream().allMatch(Outcome::passed)) {
                throw new AssertionError("It works now, so this is to go: " + expected.reason());
              }
            });
    return Stream.concat(Stream.of(still), known.get(false).stream().map(Outcome::asTest));
  }

  private static DynamicTest failed(String name, Exception problem) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          throw problem;
        });
  }
}
