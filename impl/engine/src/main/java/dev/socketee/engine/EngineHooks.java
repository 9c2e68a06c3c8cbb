package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import java.util.Map;
import java.util.Optional;

/** What an application may add to the engine (reference 1.12). Thread-safe. */
public interface EngineHooks {

  /** Hooks that do nothing. */
  EngineHooks NONE = new EngineHooks() {};

  /**
   * Asked before a session is opened.
   *
   * @return the message of the refusal, or empty to allow it
   */
  default Optional<String> refuse(EngineRequest request) {
    return Optional.empty();
  }

  /**
   * Makes the id of a session that is about to be opened. What it throws refuses the request.
   *
   * @return 1 to 100 of the characters {@code A-Z a-z 0-9 . _ ~ -}, and no id of a session that
   *     exists; empty to have one made
   */
  default Optional<String> generateId(EngineRequest request) {
    return Optional.empty();
  }

  /** Adds headers to the first response of a session. */
  default void initialHeaders(EngineRequest request, Map<String, String> headers) {}

  /** Adds headers to any response of a session. */
  default void headers(EngineRequest request, Map<String, String> headers) {}

  /**
   * Told of every request that is answered with an error of the protocol.
   *
   * @param message what the client is told
   * @param context details, as the reference names them
   */
  default void failed(
      EngineRequest request, EngineError error, String message, Map<String, String> context) {}
}
