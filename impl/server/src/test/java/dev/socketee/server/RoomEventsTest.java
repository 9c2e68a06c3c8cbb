package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.RoomListener;
import dev.socketee.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is told of rooms, and when. Source: reference 2.8, Adapter events. */
class RoomEventsTest {

  @Test
  void events_forWhichThereIsNoThread_areToldWithTheNext() {
    TestServer server = new TestServer();
    Socket socket = server.join(server.open(), "/");
    List<String> told = new ArrayList<>();
    server
        .of("/")
        .onRoom(
            new RoomListener() {
              @Override
              public void joined(String room, String socketId) {
                told.add(room);
              }
            });

    server.executor.refuse(true);
    socket.join("a");
    server.executor.refuse(false);
    socket.join("b");
    server.executor.run();

    assertThat(told).containsExactly("a", "b");
  }
}
