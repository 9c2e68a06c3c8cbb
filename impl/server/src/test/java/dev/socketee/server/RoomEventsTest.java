package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.RoomListener;
import dev.socketee.Socket;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is told of rooms, and when. Source: reference 2.8, Adapter events. */
class RoomEventsTest {

  private final TestServer server = new TestServer();
  private final List<String> told = new ArrayList<>();
  private Socket socket;

  @BeforeEach
  void listen() {
    socket = server.join(server.open(), "/");
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
  }

  @Test
  void events_forWhichThereIsNoThread_areToldWithTheNext() {
    socket.join("a");
    server.executor.refuse(false);
    socket.join("b");
    server.executor.run();

    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void events_forWhichThereIsNoThread_areToldWhenThereIsOne() {
    socket.join("a");
    socket.join("b");
    server.timer.advance(Duration.ofMillis(100));
    server.executor.refuse(false);
    server.timer.advance(Duration.ofMillis(199));
    assertThat(server.executor.waiting()).isZero();
    server.timer.advance(Duration.ofMillis(1));
    server.executor.run();

    assertThat(told).containsExactly("a", "b");
    assertThat(server.timer.pending()).isZero();
  }

  @Test
  void events_forWhichTheExecutorFails_areToldWithTheNext(ExpectedLogs logs) {
    logs.expect("No thread for the listeners of rooms.*NoClassDefFoundError");
    server.executor.refuse(false);
    server.executor.fail(true);
    socket.join("a");
    server.executor.fail(false);
    socket.join("b");
    server.executor.run();

    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void events_forWhichThereIsNeverAThread_waitForTheNext(ExpectedLogs logs) {
    logs.expect("No thread for the listeners of rooms: .*");
    socket.join("a");
    server.timer.advance(Duration.ofDays(1));
    assertThat(server.timer.pending()).isZero();

    server.executor.refuse(false);
    socket.join("b");
    server.executor.run();

    assertThat(told).containsExactly("a", "b");
  }
}
