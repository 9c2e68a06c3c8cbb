package dev.socketee.server;

import dev.socketee.Args;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits to one socket. Immutable. */
final class SocketEmitter implements EncodedEmitter {

  private final SocketOutput output;
  private final EmitFlags flags;

  SocketEmitter(SocketOutput output, EmitFlags flags) {
    this.output = output;
    this.flags = flags;
  }

  @Override
  public SocketEmitter asVolatile() {
    return new SocketEmitter(output, flags.asVolatile());
  }

  @Override
  public SocketEmitter compress(boolean compress) {
    return new SocketEmitter(output, flags.compressed(compress));
  }

  @Override
  public SocketEmitter timeout(Duration time) {
    return new SocketEmitter(output, flags.within(time));
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    emit(new OnceEncoded(event, arguments));
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return emitWithAck(new OnceEncoded(event, arguments));
  }

  @Override
  public void emit(OnceEncoded event) {
    output.emit(flags, event);
  }

  @Override
  public CompletionStage<Args> emitWithAck(OnceEncoded event) {
    return output.emitWithAck(flags, event);
  }

  /** One client can be waited for as long as it is there. */
  @Override
  public void requireTimeout() {}

  @Override
  public SocketIOServer server() {
    return output.server();
  }
}
