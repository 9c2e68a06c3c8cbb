package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.Emitter;
import dev.socketee.Room;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A socket as something to emit to, and to address others from. */
abstract class SpeakingSocket extends ListeningSocket {

  /** What goes to the client. */
  abstract SocketOutput output();

  @Override
  public final Emitter asVolatile() {
    return new SocketEmitter(output(), EmitFlags.NONE.asVolatile());
  }

  @Override
  public final Emitter compress(boolean compress) {
    return new SocketEmitter(output(), EmitFlags.NONE.compressed(compress));
  }

  @Override
  public final Emitter timeout(Duration timeout) {
    return new SocketEmitter(output(), EmitFlags.NONE.within(timeout));
  }

  @Override
  public final Emitter afterCommit() {
    return new SocketEmitter(output(), EmitFlags.NONE).afterCommit();
  }

  @Override
  public final void emit(String event, @Nullable Object... arguments) {
    output().emit(EmitFlags.NONE, new OnceEncoded(event, arguments));
  }

  @Override
  public final CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return output().emitWithAck(EmitFlags.NONE, new OnceEncoded(event, arguments));
  }

  @Override
  public final Broadcaster to(String... rooms) {
    return broadcast().to(rooms);
  }

  @Override
  public final Broadcaster to(Room room) {
    return broadcast().to(room);
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return broadcast().in(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return broadcast().except(rooms);
  }

  @Override
  public final Broadcaster broadcast() {
    return namespace().except(id());
  }
}
