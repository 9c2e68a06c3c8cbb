package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Emitter;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** An emitter that can be given what is encoded already; so are those that are made of it. */
interface EncodedEmitter extends Emitter {

  /** Whose socket it emits to. */
  SocketIOServer server();

  /** Emits what others may have encoded. */
  void emit(OnceEncoded event);

  /** As {@link #emitWithAck(String, Object...)}, with what others may have encoded. */
  CompletionStage<Args> emitWithAck(OnceEncoded event);

  /**
   * Looks whether it can ask for an acknowledgement.
   *
   * @throws IllegalStateException if it has no time-out, and needs one
   */
  void requireTimeout();

  @Override
  EncodedEmitter asVolatile();

  @Override
  EncodedEmitter compress(boolean compress);

  @Override
  EncodedEmitter timeout(Duration timeout);

  @Override
  default Emitter afterCommit() {
    return new AfterCommitEmitter(this);
  }
}
