package dev.socketee.cdi.readme.broadcasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.SocketIO;
import dev.socketee.annotation.EventName;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.fixture.TestClient;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code docs/broadcasting.md} shows can be deployed, and does what the page says. */
class BroadcastingDocTest {

  @Test
  void snippets_areDeployed_andDoWhatThePageSays() {
    try (App app = App.start(Games.class, Referee.class, Watchers.class)) {
      TestClient watcher = app.connect("/games");
      watcher.received();
      TestClient other = app.connect("/games");
      other.received();
      watcher.emit("watch", "\"7\"");

      assertThat(app.get(Watchers.class).of("7").toCompletableFuture().join()).hasSize(1);
      app.get(Games.class).cancel("7");
      assertThat(watcher.received()).containsExactly("2[\"cancelled\",\"7\"]");
      assertThat(other.received()).isEmpty();
      assertThat(app.get(Watchers.class).of("7").toCompletableFuture().join()).isEmpty();

      app.get(SocketIO.class).of("/games").as(Announcements.class).halfTime(1, 0);
      assertThat(other.received()).containsExactly("2[\"half time\",1,0]");
    }
  }

  @Test
  void users_areReachedOnAllTheirDevices() {
    try (App app = App.start(Inbox.class)) {
      TestClient phone = app.connectAs("ann", Set.of(), "/inbox");
      TestClient laptop = app.connectAs("ann", Set.of(), "/inbox");
      TestClient bob = app.connectAs("bob", Set.of(), "/inbox");
      List.of(phone, laptop, bob).forEach(TestClient::received);

      bob.emit("write", "\"ann\",\"hello\"");
      assertThat(phone.received()).containsExactly("2[\"letter\",\"bob\",\"hello\"]");
      assertThat(laptop.received()).containsExactly("2[\"letter\",\"bob\",\"hello\"]");

      phone.emit("read", "\"hello\"");
      assertThat(laptop.received()).containsExactly("2[\"read\",\"hello\"]");
      assertThat(phone.received()).isEmpty();
      assertThat(bob.received()).isEmpty();
      assertThat(app.io().of("/inbox").users()).containsExactlyInAnyOrder("ann", "bob");
    }
  }

  private interface Announcements {
    @EventName("half time")
    void halfTime(int home, int away);
  }
}
