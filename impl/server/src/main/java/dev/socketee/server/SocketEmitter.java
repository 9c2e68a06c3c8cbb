package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Emitter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits to one socket. Immutable. */
final class SocketEmitter implements Emitter {

  private final ServerSocket socket;
  private final boolean isVolatile;
  private final @Nullable Duration timeout;

  SocketEmitter(ServerSocket socket, boolean isVolatile, @Nullable Duration timeout) {
    this.socket = socket;
    this.isVolatile = isVolatile;
    this.timeout = timeout;
  }

  @Override
  public Emitter asVolatile() {
    return new SocketEmitter(socket, true, timeout);
  }

  @Override
  public Emitter timeout(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A time-out must be positive, is " + time);
    }
    return new SocketEmitter(socket, isVolatile, time);
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    socket.output().emit(isVolatile, event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return socket.output().emitWithAck(isVolatile, timeout, event, arguments);
  }
}
