package dev.socketee.cdi;

import dev.socketee.SocketIO;
import jakarta.enterprise.inject.spi.CDI;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The server of the application, also after serialization: a session that was passivated finds the
 * server of the application that it is activated in. Thread-safe.
 */
final class ServerReference implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Every thread that finds {@code null} here finds the same server. */
  private transient volatile @Nullable SocketIO server;

  ServerReference(SocketIO server) {
    this.server = server;
  }

  /**
   * The server.
   *
   * @throws IllegalStateException if it was deserialized where there is no CDI container
   */
  SocketIO server() {
    SocketIO known = server;
    if (known == null) {
      known = CDI.current().getBeanManager().getExtension(NamespaceExtension.class).server();
      server = known;
    }
    return known;
  }
}
