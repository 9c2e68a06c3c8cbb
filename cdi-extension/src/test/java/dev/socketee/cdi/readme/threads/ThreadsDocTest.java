package dev.socketee.cdi.readme.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import org.junit.jupiter.api.Test;

/** What {@code docs/threads.md} shows can be deployed, and does what the page says. */
class ThreadsDocTest {

  @Test
  void snippets_areDeployed_andDoWhatThePageSays() {
    try (App app = App.start(Cursors.class, Drawings.class, Quiz.class, Executors.class)) {
      TestClient one = app.connect("/draw");
      assertThat(one.received()).contains("2[\"drawing\",\"circle\"]");
      TestClient other = app.connect("/draw");
      other.received();
      int before = app.tasksRun();

      one.emit("cursor", "3,4");

      assertThat(other.received()).containsExactly("2[\"cursor\",\"teal\",3,4]");
      assertThat(app.tasksRun()).isEqualTo(before);
    }
  }

  @Test
  void listener_nonBlocking_runsWithoutATask() {
    try (App app = App.start()) {
      new Pings().listen(app.io().of("/"));
      TestClient client = app.connect("/");
      client.received();
      int before = app.tasksRun();

      client.emitWithAck("time", "");

      assertThat(client.received()).hasSize(1);
      assertThat(app.tasksRun()).isEqualTo(before);
    }
  }
}
