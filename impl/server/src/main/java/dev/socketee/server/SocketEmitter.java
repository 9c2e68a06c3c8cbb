package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Emitter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits to one socket. Immutable. */
final class SocketEmitter implements Emitter {

  private final SocketOutput output;
  private final EmitFlags flags;

  SocketEmitter(SocketOutput output, EmitFlags flags) {
    this.output = output;
    this.flags = flags;
  }

  @Override
  public Emitter asVolatile() {
    return new SocketEmitter(output, flags.asVolatile());
  }

  @Override
  public Emitter compress(boolean compress) {
    return new SocketEmitter(output, flags.compressed(compress));
  }

  @Override
  public Emitter timeout(Duration time) {
    return new SocketEmitter(output, flags.within(time));
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    output.emit(flags, event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return output.emitWithAck(flags, event, arguments);
  }
}
