package dev.socketee.cdi.readme.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

/** What {@code docs/transactions.md} shows can be deployed; here, without any transactions. */
class TransactionsDocTest {

  @Test
  void snippets_areDeployed_andSendAtOnceWithoutTransactions() {
    try (App app = App.start(OrderDesk.class, Orders.class, Shipping.class)) {
      TestClient desk = app.connect("/orders");
      app.io().of("/orders").socketsJoin("desk", "A1");
      TestClient customer = app.connect("/orders");
      desk.received();
      customer.received();

      customer.emitWithAck("place", "{\"article\":\"tea\"}");

      assertThat(desk.received())
          .containsExactly("2[\"placed\",{\"article\":\"tea\",\"number\":\"A1\"}]");
      assertThat(customer.received())
          .containsExactly("2[\"thanks\",\"A1\"]", "37[{\"article\":\"tea\",\"number\":\"A1\"}]");
      app.get(Shipping.class).ship("A1");
      assertThat(desk.received()).containsExactly("20[\"shipped\",\"A1\"]");
      assertThat(app.io().of("/orders").room("shipped").size()).isEqualTo(1);
    }
  }
}
