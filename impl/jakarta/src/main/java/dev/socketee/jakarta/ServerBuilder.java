package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.SocketIOBuilder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects a definition, and has the servers of the application make a server of it. */
final class ServerBuilder extends CollectingBuilder {

  private final Supplier<ApplicationServers> servers;
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
  public SocketIO build() {
    CollectedOptions collected = collected();
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
