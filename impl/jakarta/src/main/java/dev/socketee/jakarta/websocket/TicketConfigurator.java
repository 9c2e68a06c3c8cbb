package dev.socketee.jakarta.websocket;

import dev.socketee.engine.UpgradeVerdict;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the servlet knows of a handshake to the endpoint: by a thread-local from the servlet
 * to {@link #modifyHandshake}, which every container calls on the servlet's thread, and by the
 * properties of the connection from there to {@code onOpen}.
 */
final class TicketConfigurator extends ServerEndpointConfig.Configurator {

  private static final String PROPERTY = "dev.socketee.ticket";

  /** Static, as a thread serves one request at a time: set and removed by the servlet. */
  private static final ThreadLocal<UpgradeVerdict.Granted> CURRENT = new ThreadLocal<>();

  private final int maxPayload;

  TicketConfigurator(int maxPayload) {
    this.maxPayload = maxPayload;
  }

  void issue(UpgradeVerdict.Granted granted) {
    CURRENT.set(granted);
  }

  void withdraw() {
    CURRENT.remove();
  }

  /**
   * What {@link #modifyHandshake} has put into a connection's properties; {@code null} if nothing.
   */
  static UpgradeVerdict.@Nullable Granted take(Map<String, Object> properties) {
    return (UpgradeVerdict.Granted) properties.remove(PROPERTY);
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    UpgradeVerdict.Granted granted = CURRENT.get();
    if (granted != null) {
      config.getUserProperties().put(PROPERTY, granted);
      granted.headers().forEach((name, value) -> response.getHeaders().put(name, List.of(value)));
    }
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpointClass) {
    return endpointClass.cast(new UpgradeEndpoint(maxPayload));
  }

  /** Not decided here: the servlet has let the handshake pass. */
  @Override
  public boolean checkOrigin(String originHeaderValue) {
    return true;
  }
}
