package dev.socketee.jakarta.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a type holds against Yasson: what has an obstacle, that refuses as well. */
public class ReadabilityTest {

  record Hidden(int n) {}

  static class Outer {
    public record Inner(int n) {}
  }

  public record Around(Hidden hidden) {}

  public record Listing(List<Map<String, Hidden>> hidden) {}

  public record Choice(int n) {
    public Choice(String text) {
      this(text.length());
    }
  }

  public record Factory(int n) {
    public Factory(String text) {
      this(text.length());
    }

    @JsonbCreator
    public static Factory of(int n) {
      return new Factory(n);
    }
  }

  public record Tree(int n, List<Tree> children) {}

  public static final class ToNumber implements JsonbAdapter<Adapted, Integer> {
    @Override
    public Integer adaptToJson(Adapted value) {
      return value.n();
    }

    @Override
    public Adapted adaptFromJson(Integer json) {
      return new Adapted(json);
    }
  }

  @JsonbTypeAdapter(ToNumber.class)
  record Adapted(int n) {}

  public record WithAdapted(Adapted adapted) {}

  @SuppressWarnings("unused")
  private interface Types {
    List<Hidden> list();

    List<? extends Hidden> wild();

    List<Hidden>[] arrays();
  }

  private static Type type(String name) throws NoSuchMethodException {
    return Types.class.getDeclaredMethod(name).getGenericReturnType();
  }

  static Stream<Arguments> unreadable() throws NoSuchMethodException {
    return Stream.of(
        arguments(Hidden.class, "{\"n\":1}", "Hidden is not public"),
        arguments(Hidden[].class, "[{\"n\":1}]", "Hidden is not public"),
        arguments(type("list"), "[{\"n\":1}]", "Hidden is not public"),
        arguments(type("wild"), "[{\"n\":1}]", "Hidden is not public"),
        arguments(type("arrays"), "[[{\"n\":1}]]", "Hidden is not public"),
        arguments(Around.class, "{\"hidden\":{\"n\":1}}", "Hidden is not public"),
        arguments(Listing.class, "{\"hidden\":[{\"k\":{\"n\":1}}]}", "Hidden is not public"),
        arguments(Choice.class, "{\"n\":1}", "Choice has several constructors"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void type_thatJsonbCannotRead_hasAnObstacle(Type type, String json, String obstacle) {
    assertThat(Readability.obstacle(type)).get().asString().contains(obstacle);
    assertThatThrownBy(() -> Samples.read(json, type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(obstacle);
  }

  static Stream<Arguments> readable() {
    return Stream.of(
        arguments(Factory.class, "{\"n\":1}", new Factory(1)),
        arguments(
            Tree.class,
            "{\"n\":1,\"children\":[{\"n\":2,\"children\":[]}]}",
            new Tree(1, List.of(new Tree(2, List.of())))),
        arguments(WithAdapted.class, "{\"adapted\":5}", new WithAdapted(new Adapted(5))),
        arguments(Outer.Inner.class, "{\"n\":1}", new Outer.Inner(1)),
        arguments(String.class, "\"x\"", "x"),
        arguments(int.class, "1", 1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readable")
  void type_thatJsonbReads_hasNone(Type type, String json, Object expected) {
    assertThat(Readability.obstacle(type)).isEmpty();
    assertThat(Samples.read(json, type)).isEqualTo(expected);
  }

  @Test
  void anyOtherType_hasNone() {
    assertThat(Readability.obstacle(Readability.class)).isEmpty();
    assertThat(Readability.obstacle(Map.class)).isEmpty();
  }
}
