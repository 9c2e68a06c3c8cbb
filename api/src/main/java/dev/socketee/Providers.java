package dev.socketee;

import dev.socketee.spi.SocketIOProvider;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the implementation. */
final class Providers {

  private Providers() {}

  /** That of the application, or that which came with these classes. */
  static SocketIOProvider find() {
    return find(Thread.currentThread().getContextClassLoader())
        .or(() -> find(Providers.class.getClassLoader()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No implementation of SocketEE is on the class path of this application: add the"
                        + " dependency dev.socketee:socketee to it, so that its jars are in"
                        + " WEB-INF/lib"));
  }

  static Optional<SocketIOProvider> find(@Nullable ClassLoader loader) {
    return loader == null
        ? Optional.empty()
        : ServiceLoader.load(SocketIOProvider.class, loader).findFirst();
  }
}
