package dev.socketee.it.configuration;

import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sets what only code can say: it needs another bean for it. */
@ApplicationScoped
public class Settings implements SocketIOConfigurer {

  private final Plan plan;

  /** Made by CDI. */
  Settings() {
    this(new Plan());
  }

  @Inject
  Settings(Plan plan) {
    this.plan = plan;
  }

  @Override
  public void configure(String server, SocketIOBuilder options) {
    if (server.equals("admin")) {
      options.maxPayload(plan.largest());
    }
  }

  /** What the configurer knows from elsewhere. */
  @ApplicationScoped
  public static class Plan {

    int largest() {
      return 77_777;
    }
  }
}
