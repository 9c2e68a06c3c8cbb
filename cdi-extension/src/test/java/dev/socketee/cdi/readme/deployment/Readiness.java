package dev.socketee.cdi.readme.deployment;

import dev.socketee.SocketIO;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

@ApplicationScoped
public class Readiness {

  private static final Logger LOG = System.getLogger("orders");

  void ready(@Observes SocketIO io) {
    LOG.log(Level.INFO, "Server {0} is at {1}", io.name(), io.path());
  }
}
