package dev.socketee.it.servers;

import dev.socketee.Connection;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Builds a dozen servers when the application starts, and some of them again later. */
@WebListener
public class Dozen implements ServletContextListener {

  private static final int TWELVE = 12;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    for (int i = 0; i < TWELVE; i++) {
      build("server-" + i, 0);
    }
  }

  /**
   * Builds one of them.
   *
   * @param generation how many of its name were there before
   */
  static SocketIO build(String name, int generation) {
    SocketIO server =
        SocketIO.builder()
            .name(name)
            .path("/servers/" + name)
            .option("max-payload", Integer.toString(100_000 + generation))
            .option("per-message-deflate", Boolean.toString(name.equals("server-9")))
            .hooks(
                new RequestHooks() {
                  @Override
                  public Optional<String> generateId(HttpRequest request) {
                    return Optional.ofNullable(request.query().get("own-id"));
                  }

                  @Override
                  public void headers(HttpRequest request, Map<String, String> headers) {
                    headers.put("x-server", name);
                  }
                })
            .build();
    server
        .onConnectionError(error -> Control.errors(name).add(error.code() + " " + error.context()))
        .sockets()
        .onConnection(socket -> greet(server, socket, generation));
    server.of("/only-" + name);
    return server;
  }

  private static void greet(SocketIO server, Socket socket, int generation) {
    Connection conn = socket.conn();
    AtomicInteger packets = new AtomicInteger();
    AtomicInteger heartbeats = new AtomicInteger();
    AtomicInteger messages = new AtomicInteger();
    AtomicInteger created = new AtomicInteger();
    AtomicInteger drained = new AtomicInteger();
    conn.onPacket(packet -> packets.incrementAndGet()).onHeartbeat(heartbeats::incrementAndGet);
    conn.onPacket(
            packet -> {
              if (packet.type().equals("message")) {
                messages.incrementAndGet();
              }
            })
        .onPacketCreate(packet -> created.incrementAndGet())
        .onDrain(drained::incrementAndGet);
    socket.on(
        "flow",
        (args, ack) -> ack.send(List.<Object>of(messages.get(), created.get(), drained.get())));
    socket.on("who", (args, ack) -> ack.send(List.<Object>of(server.name(), generation)));
    socket.on("echo", String.class, (text, ack) -> ack.send(text));
    socket.on("tell all", (args, ack) -> server.sockets().emit("told", server.name()));
    socket.on("close me", (args, ack) -> conn.close());
    socket.on(
        "conn",
        (args, ack) ->
            ack.send(
                List.<Object>of(
                    conn.transport(),
                    conn.protocol(),
                    conn.upgraded(),
                    conn.remoteAddress(),
                    conn.closed(),
                    packets.get(),
                    heartbeats.get())));
    socket.onDisconnect(
        (reason, description) ->
            Control.ends(server.name()).addAll(List.of(socket.id(), reason.text())));
  }
}
