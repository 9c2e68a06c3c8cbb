package dev.socketee.spi;

/**
 * Makes the adapters of a server. In a CDI application, a bean of this type is found and used for
 * all servers that were not {@linkplain dev.socketee.SocketIOBuilder#adapter given one} when they
 * were built; there can be one such bean. Thread-safe.
 */
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
