package dev.socketee.jakarta;

import dev.socketee.SocketIOBuilder;
import dev.socketee.spi.SocketIOProvider;

/** Begins servers for whatever application calls. */
public final class JakartaProvider implements SocketIOProvider {

  /** Made by the service loader. */
  public JakartaProvider() {}

  @Override
  public SocketIOBuilder builder() {
    return new ServerBuilder(Applications::servers);
  }
}
