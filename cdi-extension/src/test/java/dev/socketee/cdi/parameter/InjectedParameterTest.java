package dev.socketee.cdi.parameter;

import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters with a qualifier, and those of types that everybody injects, come from CDI. */
class InjectedParameterTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static CompletableFuture<String> later;

  @Qualifier
  @Retention(RUNTIME)
  @interface Fast {}

  interface Orders {
    String place(String what);
  }

  @Fast
  @ApplicationScoped
  static class Shop implements Orders {
    @Override
    public String place(String what) {
      return "placed " + what;
    }
  }

  @Dependent
  static class Helper {
    @Inject InjectionPoint point;

    String point() {
      return point.getMember().getName();
    }

    @PreDestroy
    void end() {
      SEEN.add("helper ends");
    }
  }

  static class Watcher {
    void see(@Observes String said) {
      SEEN.add("observed " + said);
    }
  }

  @Namespace("/chat")
  static class Chat {

    @OnConnect
    void arrive(Socket socket, @RoomName("lobby") Room lobby) {
      lobby.join(socket);
    }

    @OnEvent
    String order(String what, @Fast Orders orders, Socket socket, String second) {
      return orders.place(what + second);
    }

    @OnEvent
    String helped(@Default Helper helper) {
      return helper.point();
    }

    @OnEvent
    CompletionStage<String> later(@Default Helper helper) {
      return later;
    }

    @OnEvent
    void fail(@Default Helper helper, int number) {}

    @OnEvent
    void parts(
        Broadcaster here,
        @Namespace("/other") Broadcaster there,
        SocketIO io,
        SocketNamespace namespace,
        Instance<Orders> orders,
        Event<String> said) {
      SEEN.add(namespace.name() + " " + io.namespaces().size() + " " + orders.isUnsatisfied());
      said.fire("hello");
      here.emit("here");
      there.emit("there");
    }

    @OnDisconnect
    void leave(@RoomName("lobby") Room lobby, @Fast Orders orders) {
      SEEN.add(orders.place("nothing") + ", left in " + lobby.name() + " " + lobby.size());
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    later = new CompletableFuture<>();
    app = App.start(Chat.class, Shop.class, Helper.class, Watcher.class);
    client = app.connect("/chat");
    client.received();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void bean_byQualifier_isInjectedBetweenArguments() {
    assertThat(client.emitWithAck("order", "\"tea\",\"pot\"").received())
        .containsExactly("37[\"placed teapot\"]");
  }

  @Test
  void dependentBean_knowsWhereItIsInjected_andEndsWithTheCall() {
    assertThat(client.emitWithAck("helped", "").received()).containsExactly("37[\"helped\"]");
    assertThat(SEEN).containsExactly("helper ends");
  }

  @Test
  void dependentBean_ofStage_endsWithTheStage() {
    client.emit("later", "");
    assertThat(SEEN).isEmpty();
    later.complete("");
    assertThat(SEEN).containsExactly("helper ends");
  }

  @Test
  void dependentBean_argumentsCannotBeBound_endsAllTheSame(ExpectedLogs logs) {
    logs.expect("needs a value, but the argument 1 is null or missing");
    client.emit("fail", "");
    assertThat(SEEN).containsExactly("helper ends");
  }

  @Test
  void partsOfTheServer_areInjectedByType() {
    TestClient other = app.connect("/other");
    other.received();
    client.emit("parts", "");
    assertThat(SEEN).containsExactly("/chat 3 true", "observed hello");
    assertThat(client.received()).containsExactly("2[\"here\"]");
    assertThat(other.received()).containsExactly("2[\"there\"]");
  }

  @Test
  void handler_ofAnyKind_getsBeans() {
    app.connect("/chat");
    client.lose();
    assertThat(SEEN).containsExactly("placed nothing, left in lobby 1");
  }
}
