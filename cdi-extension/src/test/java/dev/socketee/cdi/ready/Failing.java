package dev.socketee.cdi.ready;

import dev.socketee.SocketIO;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

@Singleton
public class Failing {

  void ready(@Observes SocketIO io) {
    throw new IllegalArgumentException("no database");
  }
}
