package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.ParentNamespace;
import dev.socketee.RoomListener;
import dev.socketee.spi.Emission;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the children of a parent have of it. Reference 2.2, ParentNamespace. */
class ParentListenersTest {

  private final List<String> told = new ArrayList<>();
  private final TestServer server =
      new TestServer(ServerOptions.builder().recovery(RecoveryOptions.OFF.on()).build());
  private final ParentNamespace parent = server.io.of(Pattern.compile("/dyn-\\d"));

  private FakeEngineSession connect(String packet) {
    FakeEngineSession session = server.open();
    session.text(packet);
    server.executor.run();
    session.sent();
    return session;
  }

  @Test
  void rooms_ofChildren_areTold() {
    parent.onRoom(
        new RoomListener() {
          @Override
          public void created(String room) {
            told.add(room);
          }
        });
    connect("0/dyn-1,");
    connect("0/dyn-2,");

    parent.socketsJoin("room");
    server.executor.run();

    assertThat(told).filteredOn("room"::equals).hasSize(2);
  }

  @Test
  void eventsOfServers_areReceivedByChildren() {
    parent.onServerEvent("x", (arguments, ack) -> told.add("x"));
    connect("0/dyn-1,");
    LocalNamespace child = (LocalNamespace) server.of("/dyn-1");

    child.sockets().serverSideEvent(new Emission("[\"x\"]", List.of()), null);
    server.executor.run();

    assertThat(told).containsExactly("x");
  }

  @Test
  void clientsOfChildren_thatCameTooLate_areTold() {
    parent.onRecoveryFailed(socket -> told.add(socket.namespace().name()));

    connect("0/dyn-1,{\"pid\":\"unknown\",\"offset\":\"unknown\"}");

    assertThat(told).containsExactly("/dyn-1");
  }

  @Test
  void listeners_thatComeLater_areForChildrenThatComeLater() {
    connect("0/dyn-1,");
    parent.onRecoveryFailed(socket -> told.add(socket.namespace().name()));

    connect("0/dyn-1,{\"pid\":\"unknown\",\"offset\":\"unknown\"}");
    connect("0/dyn-2,{\"pid\":\"unknown\",\"offset\":\"unknown\"}");

    assertThat(told).containsExactly("/dyn-2");
  }

  @Test
  void emit_toSeveralChildren_isEncodedOnce() {
    TestServer plain = new TestServer();
    ParentNamespace all = plain.io.of(Pattern.compile("/dyn-\\d"));
    FakeEngineSession session = plain.open();
    session.text("0/dyn-1,");
    session.text("0/dyn-2,");
    plain.executor.run();
    session.sent();
    int before = plain.codec.encoded.get();

    all.emit("x", "value");
    assertThat(session.sent())
        .containsExactlyInAnyOrder("2/dyn-1,[\"x\",\"value\"]", "2/dyn-2,[\"x\",\"value\"]");
    assertThat(plain.codec.encoded.get() - before).isEqualTo(1);
    all.except("none").emit("y");
    assertThat(session.sent()).hasSize(2);
    assertThat(plain.codec.encoded.get() - before).isEqualTo(2);
    all.to("none").emit("z");
    all.to().emit("z");
    assertThat(session.sent()).isEmpty();
    assertThat(plain.codec.encoded.get() - before).isEqualTo(2);
    assertThatThrownBy(() -> all.emit("connect")).isInstanceOf(IllegalArgumentException.class);
  }
}
