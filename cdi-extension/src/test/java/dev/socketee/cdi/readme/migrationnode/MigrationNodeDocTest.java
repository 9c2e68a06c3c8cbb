package dev.socketee.cdi.readme.migrationnode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

/** Both ways that {@code docs/migration-node.md} shows do the same. */
class MigrationNodeDocTest {

  @Test
  void bean_andListeners_doTheSame() {
    try (App app = App.start(Chat.class, Listeners.class)) {
      app.get(Listeners.class).contextInitialized(null);

      for (String namespace : new String[] {"/chat", "/talk"}) {
        assertThat(app.connect(namespace).received())
            .containsExactly("4{\"message\":\"who are you?\"}");
        TestClient one = app.connect(namespace, "{\"name\":\"ada\"}");
        TestClient other = app.connect(namespace, "{\"name\":\"ann\"}");
        other.received();
        assertThat(one.emitWithAck("message", "\"hi\"").received()).contains("37[\"delivered\"]");
        assertThat(other.received()).containsExactly("2[\"message\",\"hi\"]");
      }
    }
  }
}
