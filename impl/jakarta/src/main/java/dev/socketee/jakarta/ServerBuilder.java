package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a definition, and has the servers of the application make a server of it. */
final class ServerBuilder implements SocketIOBuilder {

  private final Supplier<ApplicationServers> servers;
  private final CollectedOptions collected = new CollectedOptions();
  private @Nullable String name;

  /**
   * A builder.
   *
   * @param servers finds those of the application that calls, or says why there are none
   */
  ServerBuilder(Supplier<ApplicationServers> servers) {
    this.servers = servers;
  }

  @Override
  public SocketIOBuilder name(String newName) {
    if (!ServerNames.valid(newName)) {
      throw new IllegalArgumentException(
          "the name of a server must not be blank, nor longer than "
              + ServerNames.LONGEST
              + " characters, but is \""
              + newName
              + "\"");
    }
    name = newName;
    return this;
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
    String path = collected.options().getOrDefault("path", "").trim();
    if (path.isEmpty() && name == null) {
      throw new IllegalStateException(
          "a server needs a path of its own: say .path(\"/...\") before .build()");
    }
    String known = name == null ? path.replaceFirst("^/", "") : name;
    return servers
        .get()
        .build(
            new ServerDefinition(
                known, collected.options(), collected.hooks(), collected.parts(), true));
  }
}
