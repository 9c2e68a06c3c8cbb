package dev.socketee.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.junit.SocketIOTest;
import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SocketIOTest(beans = Chat.class, options = "ping-interval=PT5S")
class ChatTest {

  private final BlockingQueue<Object> received = new LinkedBlockingQueue<>();

  @Inject
  @Namespace("/chat")
  Broadcaster chat;

  private Socket client;

  @BeforeEach
  void connect(URI server) throws Exception {
    client = IO.socket(server.resolve("/chat"));
    client.on("connect", none -> received.add("connected"));
    client.on("message", message -> received.add(message[0]));
    client.connect();
    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("connected");
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void message_isAcknowledged() throws Exception {
    client.emit("message", new Object[] {"hi"}, (Ack) answer -> received.add(answer[0]));
    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("delivered");
  }

  @Test
  void broadcast_reachesTheClient() throws Exception {
    chat.emit("message", "hello everybody");
    assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("hello everybody");
  }
}
