package dev.socketee.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.server.SocketIOServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotsTest {

  private final FakeContext fake = new FakeContext();
  private final Slots slots = new Slots(() -> {});
  private final List<EngineMount> started = new ArrayList<>();

  private static ServerMount mount(String name) {
    return new ServerMount(
        new ApplicationServers(),
        new ServerDefinition(name, Map.of(), List.of(), OwnParts.NONE, true),
        new SocketIOServer(name));
  }

  @Test
  void start_isForTheServerThatHasThePath_andNotForTheOneBefore() {
    ServerMount before = mount("before");
    ServerMount next = mount("next");
    slots.take(fake.context, "/a", before);
    slots.release(before);
    assertThat(slots.start(before, started::add)).isFalse();
    slots.take(fake.context, "/a", next);

    assertThat(slots.start(before, started::add)).isFalse();
    assertThat(started).isEmpty();
    assertThat(slots.start(next, started::add)).isTrue();
    assertThat(started).hasSize(1);
  }
}
