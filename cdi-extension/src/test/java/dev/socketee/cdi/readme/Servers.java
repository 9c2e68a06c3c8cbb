package dev.socketee.cdi.readme;

import dev.socketee.SocketIO;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;

public class Servers {

  @Produces
  @ApplicationScoped
  @Named("admin")
  static SocketIO admin() {
    return SocketIO.builder().name("admin").path("/admin").option("ping-interval", "PT5S").build();
  }
}
