package dev.socketee.it.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final String EMPTY =
      "# Servers\n\n<!-- written by BehavioursCheck -->\n<!-- /written -->\n\nMore.\n";

  private final Table table = Table.of(EMPTY, List.of("One 1.0", "Two 2.0"));

  @Test
  void page_nothingTried_saysSo() {
    assertThat(table.page())
        .startsWith(
            """
            # Servers

            <!-- written by BehavioursCheck -->
            |  | One 1.0 | Two 2.0 |
            | --- | --- | --- |
            | Long-polling | ? | ? |
            | WebSocket | ? | ? |
            """)
        .endsWith("| ? | ? |\n<!-- /written -->\n\nMore.\n");
  }

  @Test
  void page_reasons_areNumberedInTheOrderOfTheTable() {
    table.put(Behaviour.STOP, "One 1.0", Cell.no("why | not"));
    table.put(Behaviour.STOP, "Two 2.0", Cell.absent("nothing there"));
    table.put(Behaviour.EJB, "Two 2.0", Cell.absent("nothing there"));
    table.put(Behaviour.EJB, "One 1.0", Cell.YES);

    assertThat(table.page())
        .contains("| " + Behaviour.EJB.title() + " | yes | – (1) |\n")
        .endsWith(
            """
            | %s | no (2) | – (1) |

            1. nothing there
            2. why | not
            <!-- /written -->

            More.
            """
                .formatted(Behaviour.STOP.title()));
  }

  @Test
  void of_itsOwnPage_isTheSame() {
    table.put(Behaviour.STOP, "One 1.0", Cell.no("why | not"));
    table.put(Behaviour.POLLING, "Two 2.0", Cell.YES);
    String page = table.page();

    Table again = Table.of(page, List.of("One 1.0", "Two 2.0"));

    assertThat(again.page()).isEqualTo(page);
    assertThat(again.get(Behaviour.STOP, "One 1.0")).isEqualTo(Cell.no("why | not"));
  }

  @Test
  void of_otherServers_keepsTheColumnsThatAreLeft() {
    table.put(Behaviour.POLLING, "One 1.0", Cell.YES);
    table.put(Behaviour.POLLING, "Two 2.0", Cell.YES);

    Table newer = Table.of(table.page(), List.of("Two 2.0", "One 1.1"));

    assertThat(newer.page()).contains("| Long-polling | yes | ? |\n");
  }

  @Test
  void of_pageWithoutItsPlace_isRefused() {
    assertThatThrownBy(() -> Table.of("# Servers\n", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("<!-- written by BehavioursCheck -->");
  }
}
