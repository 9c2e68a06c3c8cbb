package dev.socketee.jakarta.config;

import dev.socketee.SocketIO;
import dev.socketee.server.ServerOptions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server whose options are to be read.
 *
 * @param server its name
 * @param sources where to look, the one that has precedence first
 * @param namespaces the namespaces that it has so far, and the templates of such; options can be
 *     set for others, too
 * @param parts sets what options cannot say
 */
public record ServerSetup(
    String server,
    List<ConfigSource> sources,
    Set<String> namespaces,
    Consumer<ServerOptions.Builder> parts) {

  /** A server. */
  public ServerSetup {
    sources = List.copyOf(sources);
    namespaces = Set.copyOf(namespaces);
  }

  boolean isDefault() {
    return server.equals(SocketIO.DEFAULT_NAME);
  }
}
