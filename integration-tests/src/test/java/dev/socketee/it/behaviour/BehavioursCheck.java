package dev.socketee.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.it.runtime.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the same behaviours on servers, and holds {@code docs/servers.md} to what came of it. Which
 * servers: system property {@code servers}, see {@link Servers#chosen()}; how many at a time:
 * {@code servers.at-a-time}. Which behaviours: {@code behaviours}, names with commas between them;
 * empty for all. With {@code servers.page=write} the page is written instead of compared.
 */
class BehavioursCheck {

  private static final Path PAGE = Path.of("../docs/servers.md");

  /** Most of the time is waiting, so that two share two processors well. */
  private static final int AT_A_TIME = Integer.getInteger("servers.at-a-time", 2);

  private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);

  @AfterEach
  void end() {
    threads.shutdown();
  }

  @TestFactory
  Stream<DynamicNode> servers() throws IOException {
    Table table =
        Table.of(Files.readString(PAGE), Servers.ALL.stream().map(Server::title).toList());
    Set<Behaviour> behaviours = chosen();
    List<CompletableFuture<Column>> columns =
        Servers.chosen().stream()
            .map(
                server ->
                    CompletableFuture.supplyAsync(() -> Column.of(server, behaviours), threads))
            .toList();
    return Stream.concat(
        columns.stream().map(CompletableFuture::join).map(column -> shown(column, table)),
        Stream.of(DynamicTest.dynamicTest("docs/servers.md says so", () -> comparePage(table))));
  }

  private static DynamicNode shown(Column column, Table table) {
    String server = column.server().title();
    column.cells().forEach((behaviour, cell) -> table.put(behaviour, server, cell));
    return DynamicContainer.dynamicContainer(server, column.tests());
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

  private static void comparePage(Table table) throws IOException {
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
