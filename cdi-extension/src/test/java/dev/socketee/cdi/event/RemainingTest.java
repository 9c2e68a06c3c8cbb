package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Remaining;
import dev.socketee.cdi.fixture.App;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last parameter can take all arguments that are left. */
class RemainingTest {

  private static final List<String> SEEN = new ArrayList<>();

  public record Point(int x, int y) {}

  @Namespace
  static class Names {

    @OnEvent
    void names(String first, String... more) {
      SEEN.add(first + Arrays.toString(more));
    }

    @OnEvent
    void any(Object... all) {
      SEEN.add(Arrays.deepToString(all));
    }

    @OnEvent
    void ints(int... all) {
      SEEN.add(Arrays.toString(all));
    }
  }

  @Namespace("/lists")
  static class Lists {

    @OnEvent
    void points(String first, Socket socket, @Remaining Collection<Point> points) {
      SEEN.add(first + points + socket.connected());
    }

    @OnEvent
    void maps(@Remaining List<Map<String, Point>> maps) {
      SEEN.add(String.valueOf(maps.get(0).get("a").x()));
    }

    @OnEvent
    void array(@Remaining List<Point>[] lists, Socket socket) {
      Point first = lists[0].get(0);
      SEEN.add(first + " of " + lists.length);
    }

    @OnEvent
    void one(List<String> argument) {
      SEEN.add(String.valueOf(argument));
    }
  }

  private App app;

  @BeforeEach
  void start() {
    SEEN.clear();
    app = App.start(Names.class, Lists.class);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/ | names | \"a\",\"b\",\"c\" | a[b, c]",
        "/ | names | \"a\",null | a[null]",
        "/ | names | \"a\" | a[]",
        "/ | names | `` | null[]",
        "/ | any | 1,\"b\",[true] | [1, b, [true]]",
        "/ | ints | 1,2 | [1, 2]",
        "/lists | points | \"a\",{\"x\":1},{\"x\":2} | a[Point[x=1, y=0], Point[x=2, y=0]]true",
        "/lists | points | \"a\" | a[]true",
        "/lists | maps | {\"a\":{\"x\":5}} | 5",
        "/lists | array | [{\"x\":1}],[] | Point[x=1, y=0] of 2",
        "/lists | one | [\"a\",\"b\"],\"c\" | [a, b]",
      })
  void lastParameter_getsWhatIsLeft(String namespace, String event, String arguments, String seen) {
    app.connect(namespace).emit(event, arguments);
    assertThat(SEEN).containsExactly(seen);
  }

  @Test
  void element_thatCannotBeConverted_isAnError(ExpectedLogs logs) {
    logs.expect("argument 2: cannot convert null to int");
    app.connect("/").emit("ints", "1,null");
    assertThat(SEEN).isEmpty();
  }
}
