package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import dev.socketee.server.ServerOptions;
import dev.socketee.server.WireFormat;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.Parser;
import dev.socketee.spi.RequestHooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a definition, and has the servers of the application make a server of it. */
final class ServerBuilder implements SocketIOBuilder {

  private static final int LONGEST_NAME = 100;

  private final Supplier<ApplicationServers> servers;
  private final Map<String, String> options = new LinkedHashMap<>();
  private final List<RequestHooks> hooks = new ArrayList<>();
  private Consumer<ServerOptions.Builder> parts = draft -> {};
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
    if (newName.isBlank() || newName.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "the name of a server must not be blank, nor longer than "
              + LONGEST_NAME
              + " characters, but is \""
              + newName
              + "\"");
    }
    name = newName;
    return this;
  }

  @Override
  public SocketIOBuilder option(String key, String value) {
    options.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
    return this;
  }

  @Override
  public SocketIOBuilder hooks(RequestHooks moreHooks) {
    hooks.add(Objects.requireNonNull(moreHooks, "hooks"));
    return this;
  }

  @Override
  public SocketIOBuilder adapter(AdapterFactory factory) {
    Objects.requireNonNull(factory, "factory");
    parts = parts.andThen(draft -> draft.adapter(factory));
    return this;
  }

  @Override
  public SocketIOBuilder parser(Parser parser) {
    WireFormat format = WireFormat.of(parser);
    parts = parts.andThen(draft -> draft.format(format));
    return this;
  }

  @Override
  public SocketIO build() {
    String path = options.getOrDefault("path", "").trim();
    if (path.isEmpty()) {
      throw new IllegalStateException(
          "a server needs a path of its own: say .path(\"/...\") before .build()");
    }
    String known = name == null ? path.replaceFirst("^/", "") : name;
    return servers.get().build(new ServerDefinition(known, options, hooks, parts));
  }
}
