package dev.socketee.it.ejb;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A session bean that emits through each thing that can be injected. */
@Stateless
public class Prices {

  @Inject
  @Namespace("/ejb")
  Broadcaster everyone;

  @Inject
  @Namespace("/ejb")
  @RoomName
  Room subscribers;

  @Inject SocketIO io;

  /** Emits a price, in three ways. */
  public void publish(String symbol, double price) {
    everyone.emit("price", "broadcaster", symbol, price);
    subscribers.emit("price", "room", symbol, price);
    io.of("/ejb").emit("price", "server", symbol, price);
  }
}
