package dev.socketee.cdi.readme.migrationnode;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

@WebListener
public class Listeners implements ServletContextListener {

  @Inject SocketIO io;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    SocketNamespace talk = io.of("/talk");
    talk.use(
        socket -> {
          if (socket.handshake().authJson() == null) {
            throw new ConnectionRefusedException("who are you?");
          }
        });
    talk.onConnection(
        socket -> {
          socket.join("lobby");
          socket.on(
              "message",
              String.class,
              (text, ack) -> {
                socket.to("lobby").emit("message", text);
                ack.send("delivered");
              });
          socket.onDisconnect((reason, details) -> System.out.println(reason.text()));
        });
  }
}
