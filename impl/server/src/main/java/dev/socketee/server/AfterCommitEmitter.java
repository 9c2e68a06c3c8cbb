package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Emitter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Emits to one client when the transaction has been committed. Immutable. */
final class AfterCommitEmitter implements Emitter {

  private final EncodedEmitter target;
  private final AfterCommit later;

  AfterCommitEmitter(EncodedEmitter target) {
    this.target = target;
    this.later = new AfterCommit(target.server());
  }

  @Override
  public Emitter asVolatile() {
    return new AfterCommitEmitter(target.asVolatile());
  }

  @Override
  public Emitter compress(boolean compress) {
    return new AfterCommitEmitter(target.compress(compress));
  }

  @Override
  public Emitter timeout(Duration timeout) {
    return new AfterCommitEmitter(target.timeout(timeout));
  }

  @Override
  public Emitter afterCommit() {
    return this;
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    OnceEncoded encoded = later.encode(event, arguments);
    later.run(() -> target.emit(encoded));
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    target.requireTimeout();
    OnceEncoded encoded = later.encode(event, arguments);
    return later.ask(() -> target.emitWithAck(encoded));
  }

  @Override
  public String toString() {
    return "AfterCommit[" + target + "]";
  }
}
