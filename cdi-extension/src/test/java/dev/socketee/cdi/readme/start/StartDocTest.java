package dev.socketee.cdi.readme.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

/** What {@code docs/start.md} shows does what the page says. */
class StartDocTest {

  @Test
  void vote_ofOneClient_isAcknowledged_andSeenByAll() {
    try (App app = App.start(Votes.class)) {
      TestClient one = app.connect("/votes");
      assertThat(one.received()).hasSize(2).last().isEqualTo("2[\"votes\",{}]");
      TestClient other = app.connect("/votes");
      other.received();

      assertThat(one.emitWithAck("vote", "\"tea\"").received())
          .containsExactly("2[\"votes\",{\"tea\":1}]", "37[1]");
      assertThat(other.received()).containsExactly("2[\"votes\",{\"tea\":1}]");
    }
  }
}
