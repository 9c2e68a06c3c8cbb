package dev.socketee.spi;

import dev.socketee.SocketIOBuilder;

/**
 * An implementation of SocketEE, found by {@link java.util.ServiceLoader}. Not for applications:
 * they call {@link dev.socketee.SocketIO#builder()}.
 */
public interface SocketIOProvider {

  /**
   * Begins a server of the application that calls.
   *
   * @return a builder of its own
   */
  SocketIOBuilder builder();
}
