package dev.socketee.spi;

/** Makes the adapters of a server. Thread-safe. */
@FunctionalInterface
public interface AdapterFactory {

  /**
   * Makes the adapter of one namespace. To be quick: connections are for {@link Adapter#init}.
   *
   * @param sockets the sockets of the namespace on this server
   * @return a new adapter
   */
  Adapter create(LocalSockets sockets);
}
