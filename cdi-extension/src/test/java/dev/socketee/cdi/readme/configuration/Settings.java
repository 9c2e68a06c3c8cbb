package dev.socketee.cdi.readme.configuration;

import dev.socketee.SocketIOBuilder;
import dev.socketee.SocketIOConfigurer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

@ApplicationScoped
class Settings implements SocketIOConfigurer {

  @Inject Plan plan;

  @Override
  public void configure(String server, SocketIOBuilder options) {
    options
        .pingInterval(plan.pingInterval())
        .namespaceOption("/chat", "max-sockets", Integer.toString(plan.seats()));
  }
}
