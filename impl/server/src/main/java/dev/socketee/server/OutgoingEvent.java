package dev.socketee.server;

import dev.socketee.spi.Emission;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one or many sockets, for those that want to know of it. Read only if there
 * is one. Confined to the thread that emits.
 */
final class OutgoingEvent {

  private final Emission emission;
  private final ValueCodec codec;
  private @Nullable EmittedArgs args;

  OutgoingEvent(Emission emission, ValueCodec codec) {
    this.emission = emission;
    this.codec = codec;
  }

  /** Tells the listeners of a socket for all that is sent. */
  void tell(ServerSocket socket) {
    for (var listener : socket.listeners().now().anyOutgoing()) {
      EmittedArgs read = read();
      try {
        listener.onEvent(read.event(), read);
      } catch (Throwable e) {
        socket.report(read.event(), e);
      }
    }
  }

  private EmittedArgs read() {
    EmittedArgs read = args;
    if (read == null) {
      read = new EmittedArgs(emission, codec);
      args = read;
    }
    return read;
  }
}
