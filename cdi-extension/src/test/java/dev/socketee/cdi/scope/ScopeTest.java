package dev.socketee.cdi.scope;

import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many instances of a bean there are, and how long they live. */
class ScopeTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static CompletableFuture<String> later;

  abstract static class Counter {
    private int count;

    @PostConstruct
    void begin() {
      SEEN.add("begin");
    }

    @OnEvent
    int count() {
      return ++count;
    }

    @PreDestroy
    void end() {
      SEEN.add("end");
    }
  }

  @Namespace
  static class Unscoped extends Counter {}

  @Namespace
  @Singleton
  static class Single extends Counter {}

  @Namespace
  @Dependent
  static class OfEachCall extends Counter {
    @Inject Helper helper;

    @OnEvent
    CompletionStage<String> later() {
      return later;
    }
  }

  @Dependent
  static class Helper {
    @PreDestroy
    void end() {
      SEEN.add("helper ends");
    }
  }

  @Namespace
  @RequestScoped
  static class OfRequest extends Counter {}

  @RequestScoped
  static class Request {
    private int number;

    int next() {
      return ++number;
    }

    @PreDestroy
    void end() {
      SEEN.add("request ends");
    }
  }

  @Namespace
  static class Requests {
    @Inject Request request;

    @OnEvent
    int twice(Socket socket) {
      request.next();
      return request.next();
    }
  }

  @Stereotype
  @RequestScoped
  @Target(ElementType.TYPE)
  @Retention(RUNTIME)
  @interface Brief {}

  @Stereotype
  @Brief
  @Target(ElementType.TYPE)
  @Retention(RUNTIME)
  @interface Indirect {}

  @Stereotype
  @Target(ElementType.TYPE)
  @Retention(RUNTIME)
  @interface Plain {}

  @Namespace
  @Indirect
  static class ByStereotype {}

  @Namespace
  @Plain
  static class ByStereotypeWithoutScope {}

  @BeforeEach
  void clear() {
    SEEN.clear();
  }

  @Test
  void bean_withoutScope_isApplicationScoped() {
    count(Unscoped.class, "37[1]", "37[2]", "37[3]");
    assertThat(SEEN).containsExactly("begin", "end");
  }

  @Test
  void bean_singleton_hasOneInstance() {
    count(Single.class, "37[1]", "37[2]", "37[3]");
    assertThat(SEEN).containsExactly("begin", "end");
  }

  @Test
  void bean_dependent_hasAnInstanceForEachCall() {
    count(OfEachCall.class, "37[1]", "37[1]", "37[1]");
    assertThat(SEEN)
        .containsExactly(
            "begin",
            "end",
            "helper ends",
            "begin",
            "end",
            "helper ends",
            "begin",
            "end",
            "helper ends");
  }

  @Test
  void bean_dependentThatReturnsStage_livesUntilItCompletes() {
    later = new CompletableFuture<>();
    try (App app = App.start(OfEachCall.class, Helper.class)) {
      TestClient client = app.connect("/").emitWithAck("later", "");
      assertThat(SEEN).containsExactly("begin");
      later.complete("now");
      assertThat(SEEN).containsExactly("begin", "end", "helper ends");
      assertThat(client.received()).contains("37[\"now\"]");
    }
  }

  @Test
  void bean_requestScoped_hasAnInstanceForEachCall() {
    count(OfRequest.class, "37[1]", "37[1]", "37[1]");
  }

  private static void count(Class<?> bean, String... answers) {
    try (App app = App.start(bean, Helper.class)) {
      TestClient client = app.connect("/");
      client.received();
      TestClient other = app.connect("/");
      other.received();
      List<String> received = new ArrayList<>(client.emitWithAck("count", "").received());
      received.addAll(client.emitWithAck("count", "").received());
      received.addAll(other.emitWithAck("count", "").received());
      assertThat(received).containsExactly(answers);
    }
  }

  @Test
  void requestContext_isThatOfOneCall() {
    try (App app = App.start(Requests.class, Request.class)) {
      TestClient client = app.connect("/").emitWithAck("twice", "").emitWithAck("twice", "");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "37[2]", "37[2]");
      assertThat(SEEN).containsExactly("request ends", "request ends");
    }
  }

  @Test
  void requestContext_activeBefore_isUsedAndLeftActive() {
    try (App app = App.start(Requests.class, Request.class)) {
      var controller = app.get(jakarta.enterprise.context.control.RequestContextController.class);
      controller.activate();
      TestClient client = app.connect("/").emitWithAck("twice", "").emitWithAck("twice", "");
      assertThat(client.received()).containsExactly("0{\"sid\":\"#\"}", "37[2]", "37[4]");
      assertThat(SEEN).isEmpty();
      controller.deactivate();
      assertThat(SEEN).containsExactly("request ends");
    }
  }

  @Test
  void scope_ofStereotype_isRespected() {
    try (App app = App.start(ByStereotype.class, ByStereotypeWithoutScope.class)) {
      assertThat(scope(app, ByStereotype.class)).isEqualTo(RequestScoped.class);
      assertThat(scope(app, ByStereotypeWithoutScope.class)).isEqualTo(ApplicationScoped.class);
    }
  }

  private static Class<? extends Annotation> scope(App app, Class<?> bean) {
    return app.container().select(bean).getHandle().getBean().getScope();
  }
}
