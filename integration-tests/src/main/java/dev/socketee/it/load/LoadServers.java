package dev.socketee.it.load;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

/** Servers beside the one by configuration, whose heartbeat keeps everybody busy. */
@Dependent
public class LoadServers {

  /** Leaves its clients alone: a poll stays parked. */
  static final String CALM = "load-calm";

  /** Has no patience with slow or silent clients. */
  static final String STRICT = "load-strict";

  /** Takes clients back, with what they have missed. */
  static final String RECOVERING = "load-recovering";

  @Produces
  @ApplicationScoped
  @Named(CALM)
  static SocketIO calm() {
    return server(CALM).option("ping-interval", "PT60S").build();
  }

  @Produces
  @ApplicationScoped
  @Named(STRICT)
  static SocketIO strict() {
    return server(STRICT)
        .option("ping-interval", "PT1S")
        .option("ping-timeout", "PT3S")
        .option("send-timeout", "PT2S")
        .option("outbox-bytes", "2MB")
        .build();
  }

  @Produces
  @ApplicationScoped
  @Named(RECOVERING)
  static SocketIO recovering() {
    return server(RECOVERING)
        .option("ping-interval", "PT60S")
        .option("connection-state-recovery", "true")
        .option("recovery-packets", "100000")
        .build();
  }

  private static SocketIOBuilder server(String name) {
    return SocketIO.builder()
        .name(name)
        .path("/load/" + name)
        .option("ping-timeout", "PT20S")
        .option("connect-timeout", "PT45S")
        .option("max-payload", "1MB");
  }
}
