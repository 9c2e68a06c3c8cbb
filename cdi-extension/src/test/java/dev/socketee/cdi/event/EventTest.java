package dev.socketee.cdi.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Args;
import dev.socketee.Handshake;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parameters of a handler of events are bound to. */
class EventTest {

  private static final List<Object> SEEN = new ArrayList<>();

  public record Point(int x, int y) {}

  @JsonbTypeInfo({
    @JsonbSubtype(alias = "circle", type = Circle.class),
    @JsonbSubtype(alias = "box", type = Box.class)
  })
  public interface Shape {}

  public record Circle(int radius) implements Shape {}

  public record Box(Colour colour, Optional<Point> corner, List<Shape> inside) implements Shape {}

  public enum Colour {
    RED,
    GREEN
  }

  @Namespace("/draw")
  static class Draw {

    @OnEvent
    void text(String text) {
      SEEN.add(text);
    }

    @OnEvent
    void numbers(int one, Long two, double three, boolean four) {
      SEEN.addAll(List.of(one, two, three, four));
    }

    @OnEvent
    void point(Point point) {
      SEEN.add(point);
    }

    @OnEvent
    void line(List<Point> points, Map<String, List<Point>> more) {
      Point first = points.get(0); // a map, if the type had been lost
      SEEN.addAll(List.of(first, more.get("a").get(0)));
    }

    @OnEvent
    void colour(Colour colour) {
      SEEN.add(colour);
    }

    @OnEvent
    void json(JsonObject json) {
      SEEN.add(json.getInt("x"));
    }

    @OnEvent
    void array(int[] numbers, Point[] points) {
      SEEN.addAll(List.of(numbers.length, points[1]));
    }

    @OnEvent
    void optional(Optional<Point> point, OptionalInt number, Optional<List<Point>> points) {
      SEEN.addAll(List.of(point, number, points));
    }

    @OnEvent
    void times(LocalDate day, Instant instant, Duration duration) {
      SEEN.addAll(List.of(day, instant, duration));
    }

    @OnEvent
    void shape(Shape shape) {
      SEEN.add(shape);
    }

    @OnEvent
    void missing(String first, Point second) {
      SEEN.add(first + second);
    }

    @OnEvent
    void mixed(String first, Socket socket, int second, Args args, Handshake handshake) {
      SEEN.addAll(List.of(first, second, args.size(), socket.handshake() == handshake));
    }

    @OnEvent
    void who(@Auth Point who, String text) {
      SEEN.add(text + who);
    }

    @OnEvent("name with spaces")
    void named() {
      SEEN.add("named");
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    app = App.start(Draw.class);
    client = app.connect("/draw", "{\"x\":5,\"y\":6}");
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
        "text | \"hi\" | hi",
        "numbers | 1,2,3.5,true | 1 2 3.5 true",
        "point | {\"x\":1,\"y\":2} | Point[x=1, y=2]",
        "line | [{\"x\":1,\"y\":2}],{\"a\":[{\"x\":3}]} | Point[x=1, y=2] Point[x=3, y=0]",
        "colour | \"GREEN\" | GREEN",
        "json | {\"x\":1} | 1",
        "array | [1,2],[{},{\"x\":1}] | 2 Point[x=1, y=0]",
        "missing | | nullnull",
        "missing | null | nullnull",
        "optional | | Optional.empty OptionalInt.empty Optional.empty",
        "optional | null,null,null | Optional.empty OptionalInt.empty Optional.empty",
        "optional | {\"x\":1},2 | Optional[Point[x=1, y=0]] OptionalInt[2] Optional.empty",
        "times | \"2024-02-29\",\"2024-02-29T12:00:00Z\",\"PT5M\" |"
            + " 2024-02-29 2024-02-29T12:00:00Z PT5M",
        "shape | {\"@type\":\"circle\",\"radius\":3} | Circle[radius=3]",
        "shape | {\"@type\":\"box\",\"colour\":\"RED\",\"inside\":[{\"@type\":\"circle\"}]} |"
            + " Box[colour=RED, corner=Optional.empty, inside=[Circle[radius=0]]]",
        "mixed | \"a\",2,\"more\" | a 2 3 true",
        "who | \"it is \" | it is Point[x=5, y=6]",
        "name with spaces | | named",
      })
  void event_arguments_areBoundInOrder(String event, String arguments, String seen) {
    client.emit(event, arguments == null ? "" : arguments);
    assertThat(SEEN).extracting(String::valueOf).containsExactly(split(seen));
  }

  /** At spaces that are not in brackets, and not those of one value. */
  private static String[] split(String seen) {
    return seen.startsWith("it is") || seen.startsWith("Box")
        ? new String[] {seen}
        : seen.split(" (?![^\\[]*])");
  }

  @Test
  void event_withoutHandler_isIgnored() {
    client.emitWithAck("unknown", "1");
    assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}");
  }

  @Test
  void auth_notSent_isNull() {
    app.connect("/draw").emit("who", "\"it is \"");
    assertThat(SEEN).containsExactly("it is null");
  }
}
