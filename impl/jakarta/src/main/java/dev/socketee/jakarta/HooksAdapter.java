package dev.socketee.jakarta;

import dev.socketee.ConnectionError;
import dev.socketee.engine.EngineError;
import dev.socketee.engine.EngineHooks;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import dev.socketee.spi.RequestRefusedException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The application's hooks in the engine's terms.
 *
 * @param hooks asked one after the other
 * @param server has the listeners for errors
 */
record HooksAdapter(List<RequestHooks> hooks, SocketIOServer server) implements EngineHooks {

  @Override
  public Optional<String> refuse(EngineRequest request) {
    try {
      hooks.forEach(hook -> hook.allowRequest(view(request)));
      return Optional.empty();
    } catch (RequestRefusedException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<String> generateId(EngineRequest request) {
    return hooks.stream()
        .map(hook -> hook.generateId(view(request)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public void initialHeaders(EngineRequest request, Map<String, String> headers) {
    hooks.forEach(hook -> hook.initialHeaders(view(request), headers));
  }

  @Override
  public void headers(EngineRequest request, Map<String, String> headers) {
    hooks.forEach(hook -> hook.headers(view(request), headers));
  }

  @Override
  public void failed(
      EngineRequest request, EngineError error, String message, Map<String, String> context) {
    server.connectionFailed(new ConnectionError(view(request), error.code(), message, context));
  }

  private static HttpRequest view(EngineRequest request) {
    return (HttpRequest) request;
  }
}
