package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Emitter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits to one socket. Immutable. */
final class SocketEmitter implements Emitter {

  private final ServerSocket socket;
  private final EmitFlags flags;

  SocketEmitter(ServerSocket socket, EmitFlags flags) {
    this.socket = socket;
    this.flags = flags;
  }

  @Override
  public Emitter asVolatile() {
    return new SocketEmitter(socket, flags.asVolatile());
  }

  @Override
  public Emitter compress(boolean compress) {
    return new SocketEmitter(socket, flags.compressed(compress));
  }

  @Override
  public Emitter timeout(Duration time) {
    return new SocketEmitter(socket, flags.within(time));
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    socket.output().emit(flags, event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return socket.output().emitWithAck(flags, event, arguments);
  }
}
