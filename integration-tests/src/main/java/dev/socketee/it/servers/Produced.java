package dev.socketee.it.servers;

import dev.socketee.Broadcaster;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** A server by a producer method, and a bean that serves it. */
@Namespace(value = "/beans", server = "produced")
public class Produced {

  @Inject Broadcaster everyone;

  @Inject
  @Named("produced")
  SocketIO io;

  @Produces
  @ApplicationScoped
  @Named("produced")
  static SocketIO build() {
    return SocketIO.builder()
        .name("produced")
        .path("/servers/produced")
        .option("ping-interval", "PT3S")
        .build();
  }

  @OnEvent
  String who() {
    return io.name() + " at " + io.path();
  }

  @OnEvent("tell all")
  void tellAll() {
    everyone.emit("told", "produced");
  }
}
