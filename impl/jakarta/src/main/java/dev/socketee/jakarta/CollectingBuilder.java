package dev.socketee.jakarta;

import dev.socketee.SocketIOBuilder;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;

/** A builder that collects what code says about a server. */
abstract class CollectingBuilder implements SocketIOBuilder {

  private final CollectedOptions collected = new CollectedOptions();

  final CollectedOptions collected() {
    return collected;
  }

  @Override
  public final SocketIOBuilder option(String key, String value) {
    collected.option(key, value);
    return this;
  }

  @Override
  public final SocketIOBuilder hooks(RequestHooks hooks) {
    collected.hooks(hooks);
    return this;
  }

  @Override
  public final SocketIOBuilder adapter(AdapterFactory factory) {
    collected.adapter(factory);
    return this;
  }

  @Override
  public final SocketIOBuilder parser(Parser parser) {
    collected.parser(parser);
    return this;
  }
}
