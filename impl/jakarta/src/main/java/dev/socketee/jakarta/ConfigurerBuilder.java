package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;

/** Takes what a configurer sets. The server is another's to name and to build. */
final class ConfigurerBuilder extends CollectingBuilder {

  @Override
  public SocketIOBuilder name(String name) {
    throw new IllegalStateException(
        "a SocketIOConfigurer cannot name a server, which has its name");
  }

  @Override
  public SocketIO build() {
    throw new IllegalStateException(
        "a SocketIOConfigurer cannot build the server that it configures");
  }
}
