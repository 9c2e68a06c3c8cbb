package dev.socketee.cdi.ready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.SocketIO;
import dev.socketee.cdi.CdiServerSource;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ReadyTest {

  private final CdiServerSource source = new CdiServerSource();

  @Test
  void server_thatIsReady_isToldToObservers_inARequest() {
    try (App app = App.start(Starter.class, Starter.Request.class)) {
      source.ready(app.io());
      source.ready(source.servers().orElseThrow().server("other"));

      assertThat(app.get(Starter.class).ready).containsExactly("default in 1", "other in 2");
    }
  }

  @Test
  void observer_thatFails_stopsWhatIsStarted() {
    try (App app = App.start(Failing.class)) {
      assertThatThrownBy(() -> source.ready(app.io()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no database");
    }
  }

  @Test
  void withoutContainer_nobodyIsTold() {
    source.ready(new dev.socketee.server.SocketIOServer());
  }

  @Test
  void injectedServer_isNoEvent() {
    try (App app = App.start(Starter.class, Starter.Request.class)) {
      SocketIO injected = app.get(SocketIO.class);

      assertThat(injected.name()).isEqualTo("default");
      assertThat(app.get(Starter.class).ready).isEmpty();
    }
  }
}
