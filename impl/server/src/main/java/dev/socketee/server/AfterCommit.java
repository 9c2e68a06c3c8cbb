package dev.socketee.server;

import dev.socketee.RolledBackException;
import dev.socketee.server.SocketIOServer.Surroundings;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits for transactions before it reaches sockets of a server. As long as that has not been
 * started nothing reaches anybody, so nothing has to wait.
 */
record AfterCommit(SocketIOServer server) {

  /**
   * An event as it is now.
   *
   * @throws IllegalArgumentException if it cannot be emitted
   */
  OnceEncoded encode(String event, @Nullable Object... arguments) {
    OnceEncoded encoded = new OnceEncoded(event, arguments);
    Surroundings started = server.started();
    return started == null ? encoded : encoded.encode(started.runtime().codec());
  }

  /** Does something. */
  void run(Runnable action) {
    Surroundings started = server.started();
    if (started == null) {
      action.run();
    } else {
      started.runtime().transactions().afterCommit(action, () -> {});
    }
  }

  /** Asks something: answers what will be answered, or fails if the transaction is rolled back. */
  <T> CompletionStage<T> ask(Supplier<CompletionStage<T>> question) {
    Surroundings started = server.started();
    if (started == null) {
      return question.get();
    }
    ServerRuntime runtime = started.runtime();
    Postponed<T> answer = new Postponed<>(runtime.background());
    runtime
        .transactions()
        .afterCommit(() -> answer.ask(question), () -> answer.fail(new RolledBackException()));
    return answer;
  }
}
