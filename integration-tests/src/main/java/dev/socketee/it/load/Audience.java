package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.DisconnectReason;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Clients that are told the same, and of whom it is counted why they went. */
abstract class Audience {

  private final Map<String, Integer> ends = new ConcurrentHashMap<>();

  abstract Broadcaster everyone();

  @OnEvent("tell all")
  void tellAll(int number) {
    everyone().emit("told", number);
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
