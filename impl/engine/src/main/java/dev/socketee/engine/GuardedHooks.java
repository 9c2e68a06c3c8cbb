package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;

/**
 * An application's hooks, which may fail: that is logged, and no session suffers from it. Whom they
 * cannot decide on is refused.
 */
final class GuardedHooks implements EngineHooks {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");

  private final EngineHooks hooks;

  GuardedHooks(EngineHooks hooks) {
    this.hooks = hooks;
  }

  @Override
  public Optional<String> refuse(EngineRequest request) {
    try {
      return hooks.refuse(request);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a request was refused: the hook that decides on it failed", e);
      return Optional.of(EngineError.FORBIDDEN.message());
    }
  }

  /** Not guarded: {@link SessionIds} does that, as what it throws is told to {@link #failed}. */
  @Override
  public Optional<String> generateId(EngineRequest request) {
    return hooks.generateId(request);
  }

  @Override
  public void initialHeaders(EngineRequest request, Map<String, String> headers) {
    try {
      hooks.initialHeaders(request, headers);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the hook that adds headers to a first response failed", e);
    }
  }

  @Override
  public void headers(EngineRequest request, Map<String, String> headers) {
    try {
      hooks.headers(request, headers);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the hook that adds headers to a response failed", e);
    }
  }

  @Override
  public void failed(
      EngineRequest request, EngineError error, String message, Map<String, String> context) {
    try {
      hooks.failed(request, error, message, context);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the hook that is told of failures failed", e);
    }
  }

  @Override
  public String toString() {
    return hooks.toString();
  }
}
