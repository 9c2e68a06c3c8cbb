package dev.socketee.cdi.inherit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.cdi.inherit.base.Visible;
import jakarta.enterprise.inject.Specializes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which inherited methods are handlers, and what type variables stand for in them. */
class InheritTest {

  private static final List<Object> SEEN = new ArrayList<>();

  public record Text(String text) {}

  abstract static class Base<T, L extends List<T>> {

    @OnEvent
    void one(T value) {
      SEEN.add(value);
    }

    @OnEvent
    void all(L values, Map<String, ? extends T> more, T[] array) {
      SEEN.add(values.get(0));
      SEEN.add(more.get("a"));
      SEEN.add(array[0]);
    }

    @OnEvent
    void overridden(T value) {
      SEEN.add("base");
    }

    @OnEvent
    void removed(T value) {
      SEEN.add("base");
    }

    @OnEvent
    abstract void implemented(T value);
  }

  abstract static class Middle<T> extends Base<T, List<T>> {}

  @Namespace
  static class Chat extends Middle<Text> {

    @Override
    @OnEvent("renamed")
    void overridden(Text value) {
      SEEN.add("chat " + value.text());
    }

    @Override
    void removed(Text value) {
      SEEN.add("chat");
    }

    @Override
    @OnEvent
    void implemented(Text value) {
      SEEN.add("implemented " + value.text());
    }
  }

  /** The compiler gives it a bridge, because the superclass of its method is package-private. */
  @Namespace
  static class Bridged extends Visible {}

  @Namespace
  static class Parent {
    @OnEvent
    void hello() {
      SEEN.add(getClass().getSimpleName().replaceAll("\\$.*", ""));
    }
  }

  @Namespace("/child")
  static class Child extends Parent {}

  @Namespace("/child")
  @Specializes
  static class Special extends Child {}

  private static final String TEXT = "{\"text\":\"hi\"}";

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void handler_inherited_hasTheTypesOfTheBean() {
    try (App app = App.start(Chat.class)) {
      app.connect("/")
          .emit("one", TEXT)
          .emit("all", "[" + TEXT + "],{\"a\":" + TEXT + "},[" + TEXT + "]");
      assertThat(SEEN).hasSize(4).allSatisfy(value -> assertThat(value).isEqualTo(new Text("hi")));
    }
  }

  @Test
  void handler_overridden_countsByItsOwnAnnotations() {
    try (App app = App.start(Chat.class)) {
      TestClient client =
          app.connect("/")
              .emit("overridden", TEXT)
              .emit("renamed", TEXT)
              .emit("removed", TEXT)
              .emit("implemented", TEXT);
      assertThat(SEEN).containsExactly("chat hi", "implemented hi");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}");
    }
  }

  @Test
  void handler_inheritedThroughBridge_isCalledOnce() {
    try (App app = App.start(Bridged.class)) {
      assertThat(app.connect("/").emitWithAck("greet", "\"ada\"").received())
          .containsExactly("0{\"sid\":\"#\"}", "37[\"hello ada\"]");
    }
  }

  @Test
  void handler_ofBeanWithSubclass_servesBothNamespaces() {
    try (App app = App.start(Parent.class, Child.class)) {
      app.connect("/").emit("hello", "");
      app.connect("/child").emit("hello", "");
      assertThat(SEEN).containsExactly("Parent", "Child");
    }
  }

  @Test
  void handler_ofSpecializedBean_isCalledOnTheSpecialOneOnly() {
    try (App app = App.start(Child.class, Special.class)) {
      app.connect("/child").emit("hello", "");
      assertThat(SEEN).containsExactly("Special");
    }
  }
}
