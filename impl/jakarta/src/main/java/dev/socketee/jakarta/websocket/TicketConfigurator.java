package dev.socketee.jakarta.websocket;

import dev.socketee.engine.UpgradeVerdict;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Carries what the servlet knows of a handshake to the endpoint: by a thread-local from the servlet
 * to {@link #modifyHandshake}, which every container calls on the servlet's thread, and by the
 * properties of the connection from there to {@code onOpen}.
 */
final class TicketConfigurator extends ServerEndpointConfig.Configurator {

  private static final String PROPERTY = "dev.socketee.ticket";

  /** Static, as a thread serves one request at a time: set and removed by the servlet. */
  private static final ThreadLocal<Ticket> CURRENT = new ThreadLocal<>();

  /**
   * What the servlet knows.
   *
   * @param granted what the engine has granted
   * @param maxPayload the largest message, in bytes
   * @param deflate whether messages are compressed if the client offers it
   * @param liberty whether the container is {@link Liberty}
   * @param closing where the WebSocket is closed
   */
  record Ticket(
      UpgradeVerdict.Granted granted,
      int maxPayload,
      boolean deflate,
      boolean liberty,
      Executor closing) {}

  void issue(Ticket ticket) {
    CURRENT.set(ticket);
  }

  void withdraw() {
    CURRENT.remove();
  }

  /**
   * What {@link #modifyHandshake} has put into a connection's properties; {@code null} if nothing.
   */
  static @Nullable Ticket take(Map<String, Object> properties) {
    return (Ticket) properties.remove(PROPERTY);
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Ticket ticket = CURRENT.get();
    if (ticket != null) {
      config.getUserProperties().put(PROPERTY, ticket);
      ticket
          .granted()
          .headers()
          .forEach((name, value) -> response.getHeaders().put(name, List.of(value)));
    }
  }

  /**
   * None, unless it is allowed: some containers have compression on for every endpoint. They ask on
   * the servlet's thread, too.
   */
  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    Ticket ticket = CURRENT.get();
    return ticket == null || !ticket.deflate()
        ? List.of()
        : super.getNegotiatedExtensions(Deflate.among(installed), Deflate.among(requested));
  }

  @Override
  public <T> T getEndpointInstance(Class<T> endpointClass) {
    return endpointClass.cast(new UpgradeEndpoint());
  }

  /** Not decided here: the servlet has let the handshake pass. */
  @Override
  public boolean checkOrigin(String originHeaderValue) {
    return true;
  }
}
