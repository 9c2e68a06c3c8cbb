package dev.socketee.it.hooks;

import dev.socketee.spi.HttpRequest;
import dev.socketee.spi.RequestHooks;
import dev.socketee.spi.RequestRefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Refuses handshakes that ask for it, and adds headers. */
@ApplicationScoped
public class Hooks implements RequestHooks {

  @Override
  public void allowRequest(HttpRequest request) {
    if ("1".equals(request.query().get("refuse"))) {
      throw new RequestRefusedException();
    }
    if ("2".equals(request.query().get("refuse"))) {
      throw new RequestRefusedException("not today");
    }
  }

  @Override
  public void initialHeaders(HttpRequest request, Map<String, String> headers) {
    headers.put("X-First", request.method());
  }

  @Override
  public void headers(HttpRequest request, Map<String, String> headers) {
    headers.put("X-Every", request.query().getOrDefault("transport", "none"));
  }
}
