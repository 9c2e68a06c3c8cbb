package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;

/** Takes what a configurer sets. The server is another's to name and to build. */
final class ConfigurerBuilder implements SocketIOBuilder {

  private final CollectedOptions collected = new CollectedOptions();

  CollectedOptions collected() {
    return collected;
  }

  @Override
  public SocketIOBuilder name(String name) {
    throw new IllegalStateException(
        "a SocketIOConfigurer cannot name a server, which has its name");
  }

  @Override
  public SocketIOBuilder option(String key, String value) {
    collected.option(key, value);
    return this;
  }

  @Override
  public SocketIOBuilder hooks(RequestHooks hooks) {
    collected.hooks(hooks);
    return this;
  }

  @Override
  public SocketIOBuilder adapter(AdapterFactory factory) {
    collected.adapter(factory);
    return this;
  }

  @Override
  public SocketIOBuilder parser(Parser parser) {
    collected.parser(parser);
    return this;
  }

  @Override
  public SocketIO build() {
    throw new IllegalStateException(
        "a SocketIOConfigurer cannot build the server that it configures");
  }
}
