package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Events that clients may miss, as their requests do not get through. */
@Namespace(value = "/missed", server = LoadServers.RECOVERING)
@ApplicationScoped
public class Missed {

  private final Map<String, Integer> ends = new ConcurrentHashMap<>();

  @Inject
  @Namespace(value = "/missed", server = LoadServers.RECOVERING)
  Broadcaster everyone;

  @OnEvent("tell all")
  void tellAll(int number) {
    everyone.emit("told", number);
  }

  @OnDisconnect
  void ended(DisconnectReason reason) {
    ends.merge(reason.text(), 1, Integer::sum);
  }

  /** How many sockets have ended for each reason. */
  @OnEvent("ends")
  Map<String, Integer> ends() {
    return ends;
  }
}
