package dev.socketee.cdi.readme.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

/** What {@code docs/ear.md} shows does what the page says; here, in one module. */
class EarDocTest {

  @Test
  void snippets_areDeployed_andDoWhatThePageSays() {
    try (App app = App.start(Desk.class, Till.class, Cashier.class)) {
      TestClient desk = app.connect("/desk");
      desk.received();
      desk.emit("sell", "\"tea\"");
      assertThat(desk.received()).containsExactly("2[\"sold\",\"tea\"]");
      TestClient payer = app.connect("/cash");
      payer.received();
      assertThat(payer.emitWithAck("pay", "\"tea\"").received()).containsExactly("37[\"thanks\"]");
      assertThat(desk.received()).containsExactly("2[\"paid\",\"tea\"]");
    }
  }
}
