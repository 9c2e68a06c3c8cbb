package dev.socketee.cdi.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.SocketScoped;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each socket has an instance, which is destroyed with it. */
class SocketScopeTest {

  private static final List<String> SEEN = new ArrayList<>();
  private static CompletableFuture<String> later;

  @SocketScoped
  static class Cart {
    private int items;

    @Inject Part part;

    @PostConstruct
    void begin() {
      SEEN.add("begin");
    }

    int add() {
      return ++items;
    }

    @PreDestroy
    void end() {
      SEEN.add("end with " + items);
    }
  }

  @Dependent
  static class Part {
    @PreDestroy
    void end() {
      SEEN.add("part ends");
    }
  }

  @Namespace
  static class Shop {
    @Inject Cart cart;

    @OnConnect
    void arrive() {
      cart.add();
    }

    @OnEvent
    int add() {
      return cart.add();
    }

    @OnEvent
    CompletionStage<String> later() {
      return later;
    }

    @OnError
    void failed(IllegalStateException e) {
      SEEN.add("failed with " + cart.add());
    }

    @OnDisconnect
    void leave() {
      SEEN.add("left with " + cart.add());
    }
  }

  @Namespace("/closed")
  static class Closed {
    @Inject Cart cart;

    @OnConnect
    void arrive() {
      cart.add();
    }
  }

  @Namespace("/closed")
  static class Guard {
    @OnConnect
    void guard() {
      throw new ConnectionRefusedException("closed");
    }
  }

  @Namespace("/state")
  @SocketScoped
  static class Handlers {
    private int count;

    @OnEvent
    int count() {
      return ++count;
    }

    @PreDestroy
    void end() {
      SEEN.add("handlers end with " + count);
    }
  }

  static class Sessions {
    @Produces
    @SocketScoped
    StringBuilder session() {
      return new StringBuilder();
    }
  }

  private App app;
  private TestClient client;

  @BeforeEach
  void start() {
    SEEN.clear();
    later = new CompletableFuture<>();
    app =
        App.start(
            Cart.class,
            Part.class,
            Shop.class,
            Closed.class,
            Guard.class,
            Handlers.class,
            Sessions.class);
    client = app.connect("/");
    client.received();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @Test
  void instance_isThatOfTheSocket() {
    assertThat(client.emitWithAck("add", "").received()).containsExactly("37[2]");
    assertThat(app.connect("/").emitWithAck("add", "").received()).contains("37[2]");
    assertThat(client.emitWithAck("add", "").received()).containsExactly("37[3]");
    assertThat(SEEN).containsExactly("begin", "begin");
  }

  @Test
  void instance_endsAfterTheHandlersOfTheEnd() {
    client.leave();
    assertThat(SEEN).containsExactly("begin", "left with 2", "end with 2", "part ends");
  }

  @Test
  void instance_ofRefusedSocket_isDestroyed() {
    SEEN.clear();
    app.connect("/closed");
    assertThat(SEEN).containsExactly("begin", "end with 1", "part ends");
  }

  @Test
  void instance_serverEnds_isDestroyed() {
    app.close();
    assertThat(SEEN).endsWith("left with 2", "end with 2", "part ends");
    app = App.start();
  }

  @Test
  void handlers_canHaveTheScope() {
    TestClient one = app.connect("/state").emitWithAck("count", "").emitWithAck("count", "");
    assertThat(one.received()).endsWith("37[1]", "37[2]");
    assertThat(app.connect("/state").emitWithAck("count", "").received()).contains("37[1]");
    SEEN.clear();
    one.lose();
    assertThat(SEEN).containsExactly("handlers end with 2");
  }

  @Test
  void scope_isActive_whenAStageFails() {
    client.emit("later", "");
    later.completeExceptionally(new IllegalStateException());
    assertThat(SEEN).endsWith("failed with 2");
  }

  @Test
  void scope_stageFailsAfterTheEnd_isNotActiveAnyMore(ExpectedLogs logs) {
    logs.expect("@SocketScoped is not active any more");
    client.emit("later", "").leave();
    later.completeExceptionally(new IllegalStateException());
    assertThat(SEEN).endsWith("end with 2", "part ends");
  }

  @Test
  void scope_elsewhere_saysWhatToDo() {
    Cart cart = app.get(Cart.class);
    assertThatThrownBy(cart::add)
        .isInstanceOf(ContextNotActiveException.class)
        .hasMessage(
            "@SocketScoped is active only while a handler method of a socket runs, on its thread."
                + " Take what is needed out of the bean before other threads go on with it, or keep"
                + " it in Socket.data().");
  }
}
