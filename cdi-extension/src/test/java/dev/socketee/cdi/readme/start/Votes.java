package dev.socketee.cdi.readme.start;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

@Namespace("/votes")
public class Votes {

  private final Map<String, Integer> votes = new ConcurrentHashMap<>();

  @Inject Broadcaster everyone;

  @OnConnect
  void arrive(Socket socket) {
    socket.emit("votes", votes);
  }

  @OnEvent
  int vote(String choice) {
    int count = votes.merge(choice, 1, Integer::sum);
    everyone.emit("votes", votes);
    return count;
  }
}
