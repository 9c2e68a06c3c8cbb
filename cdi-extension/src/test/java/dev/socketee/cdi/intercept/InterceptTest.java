package dev.socketee.cdi.intercept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers of whatever visibility are called through the bean's interceptors and decorators. */
class InterceptTest {

  static final List<String> SEEN = new ArrayList<>();

  @Traced
  abstract static class Handlers {

    /** Not there in a proxy, where a call lands that has missed its way. */
    private final String state = String.valueOf("state");

    @OnConnect
    void arrive(Socket socket) {
      SEEN.add(state);
    }

    @OnEvent
    protected void message(String text) {
      SEEN.add(text);
    }

    @OnEvent
    public void fail() {
      throw new IllegalStateException("original");
    }

    @OnError
    void failed(Exception e) {
      SEEN.add(e.getMessage());
    }

    @OnDisconnect
    void leave() {
      SEEN.add("left");
    }
  }

  @Traced
  @Namespace
  static class OfApplication extends Handlers {}

  @Traced
  @Namespace
  @Dependent
  static class OfEachCall extends Handlers {}

  @Traced
  @Namespace
  @Singleton
  static class Single extends Handlers {}

  interface Greeter {
    String greet(String name);
  }

  @Namespace
  static class Chat implements Greeter {
    @Override
    @OnEvent
    public String greet(String name) {
      return "hello " + name;
    }
  }

  @Namespace
  @Typed(Greeter.class)
  static class Hidden implements Greeter {
    @Override
    @OnEvent
    public String greet(String name) {
      return "hidden " + name;
    }
  }

  @Decorator
  @Priority(1)
  static class Loud implements Greeter {
    private final Greeter quiet;

    @Inject
    Loud(@Delegate Greeter quiet) {
      this.quiet = quiet;
    }

    @Override
    public String greet(String name) {
      return quiet.greet(name) + "!";
    }
  }

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void handler_ofApplicationScopedBean_isIntercepted() {
    check(OfApplication.class);
  }

  @Test
  void handler_ofDependentBean_isIntercepted() {
    check(OfEachCall.class);
  }

  @Test
  void handler_ofSingleton_isIntercepted() {
    check(Single.class);
  }

  private static void check(Class<?> bean) {
    try (App app = App.start(bean, Tracer.class)) {
      app.connect("/").emit("message", "\"hi\"").emit("fail", "").leave();
    }
    assertThat(SEEN)
        .containsExactly(
            "> arrive",
            "state",
            "< arrive",
            "> message",
            "hi",
            "< message",
            "> fail",
            "< fail",
            "> failed",
            "translated",
            "< failed",
            "> leave",
            "left",
            "< leave");
  }

  @Test
  void handler_decorated_isCalledThroughTheDecorator() {
    try (App app = App.start(Chat.class, Loud.class)) {
      assertThat(app.connect("/").emitWithAck("greet", "\"ada\"").received())
          .contains("37[\"hello ada!\"]");
    }
  }

  @Test
  void handler_ofTypeInTyped_isCalledByThatType() {
    try (App app = App.start(Hidden.class, Loud.class)) {
      assertThat(app.connect("/").emitWithAck("greet", "\"ada\"").received())
          .contains("37[\"hidden ada!\"]");
    }
  }
}
