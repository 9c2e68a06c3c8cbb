package dev.socketee.it.limits;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.RoomListener;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Two servers that recover sessions, of which one does not ask its middleware again; and what one
 * of them says of its rooms and of the other nodes, of which there are none.
 */
@WebListener
public class Returning implements ServletContextListener {

  private static final Set<String> BANNED = ConcurrentHashMap.newKeySet();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    build("skipping", true);
    SocketNamespace asking = build("asking", false).sockets();
    rooms(asking);
    others(asking);
  }

  private static SocketIO build(String name, boolean skip) {
    SocketIO server =
        SocketIO.builder()
            .name(name)
            .path("/returning/" + name)
            .option("connection-state-recovery", "true")
            .option("recovery-skip-middlewares", Boolean.toString(skip))
            .build();
    server
        .sockets()
        .use(
            socket -> {
              if (BANNED.contains(user(socket))) {
                throw new ConnectionRefusedException("banned");
              }
            })
        .onConnection(
            socket ->
                socket
                    .on("tell me", (args, ack) -> socket.emit("told"))
                    .on("ban me", (args, ack) -> ack.send(BANNED.add(user(socket)))));
    return server;
  }

  private static String user(Socket socket) {
    return socket.handshake().query("user").orElse("nobody");
  }

  private static void rooms(SocketNamespace namespace) {
    List<String> seen = new CopyOnWriteArrayList<>();
    namespace.onRoom(
        new RoomListener() {
          @Override
          public void created(String room) {
            seen.add("created " + room);
          }

          @Override
          public void deleted(String room) {
            seen.add("deleted " + room);
          }

          @Override
          public void joined(String room, String socketId) {
            seen.add("joined " + room + " " + socketId);
          }

          @Override
          public void left(String room, String socketId) {
            seen.add("left " + room + " " + socketId);
          }
        });
    namespace.onConnection(
        socket ->
            socket
                .on(
                    "enter",
                    String.class,
                    (room, ack) -> {
                      socket.join(String.valueOf(room));
                      ack.sendAll();
                    })
                .on(
                    "quit",
                    String.class,
                    (room, ack) -> {
                      socket.leave(String.valueOf(room));
                      ack.sendAll();
                    })
                .on(
                    "rooms",
                    String.class,
                    (word, ack) ->
                        ack.send(
                            seen.stream()
                                .filter(line -> line.contains(String.valueOf(word)))
                                .toList())));
  }

  private static void others(SocketNamespace namespace) {
    List<String> heard = new CopyOnWriteArrayList<>();
    namespace.onServerEvent("hello", (args, ack) -> heard.add("hello"));
    namespace.onConnection(
        socket ->
            socket
                .on(
                    "tell servers",
                    (args, ack) -> {
                      namespace.serverSideEmit("hello", 1);
                      ack.send(heard);
                    })
                .on(
                    "ask servers",
                    (args, ack) ->
                        namespace
                            .serverSideEmitWithAck("hello", 1)
                            .thenAccept(
                                acks ->
                                    ack.sendAll(
                                        acks.responses().size(), acks.expected(), acks.complete())))
                .on(
                    "reserved",
                    (args, ack) -> {
                      try {
                        namespace.serverSideEmit("connection");
                        ack.send("sent");
                      } catch (IllegalArgumentException e) {
                        ack.send(e.getMessage());
                      }
                    }));
  }
}
