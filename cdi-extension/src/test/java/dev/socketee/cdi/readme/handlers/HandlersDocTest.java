package dev.socketee.cdi.readme.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import dev.socketee.test.ExpectedLogs;
import org.junit.jupiter.api.Test;

/** What {@code docs/handlers.md} shows can be deployed, and does what the page says. */
class HandlersDocTest {

  @Test
  void snippets_areDeployed_andDoWhatThePageSays(ExpectedLogs logs) {
    logs.allow("No valid providers found"); // Hibernate Validator looks for JPA
    logs.expect("\"order\" of /shop was not delivered");
    try (App app =
        App.start(
            Shop.class,
            Orders.class,
            Drawing.class,
            Archive.class,
            Relay.class,
            Cart.class,
            Audience.class,
            Json.class)) {
      assertThat(app.connect("/shop", "{\"name\":\"\"}").received().toString())
          .contains("\"path\":\"auth.name\"");
      TestClient customer = app.connect("/shop", "{\"name\":\"ada\"}");
      customer.received();
      assertThat(customer.emitWithAck("order", "{\"article\":\"tea\"}").received())
          .containsExactly("37[{\"number\":6}]");
      assertThat(customer.emitWithAck("order", "{}").received())
          .containsExactly(
              "37[{\"message\":\"Invalid arguments\",\"data\":{\"violations\":["
                  + "{\"path\":\"arguments[0].article\",\"message\":\"must not be blank\"}]}}]");
      TestClient one = app.connect("/chat");
      one.received();
      app.connect("/chat").emit("say", "\" hi \"");
      assertThat(one.received()).containsExactly("2[\"say\",\"hi\"]");
    }
  }
}
