package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.ApplicationServers;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A server of the application by its name, also after serialization: a session that was passivated
 * finds the server of the application that it is activated in. Thread-safe.
 */
final class ServerReference implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Every thread that finds {@code null} here finds the same servers. */
  private transient volatile @Nullable ApplicationServers servers;

  private final String name;

  ServerReference(ApplicationServers servers, String name) {
    this.servers = servers;
    this.name = name;
  }

  /**
   * The server that has the name now.
   *
   * @throws IllegalStateException if it was deserialized where there is no CDI container
   */
  SocketIO server() {
    ApplicationServers known = servers;
    if (known == null) {
      known =
          CurrentContainer.extension()
              .map(NamespaceExtension::servers)
              .orElseThrow(() -> new IllegalStateException("there is no CDI container"));
      servers = known;
    }
    return known.server(name);
  }
}
