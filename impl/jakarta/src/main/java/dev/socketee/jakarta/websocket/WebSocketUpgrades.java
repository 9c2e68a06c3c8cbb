package dev.socketee.jakarta.websocket;

import dev.socketee.engine.UpgradeVerdict;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Opens WebSockets for requests that the servlet has verified.
 *
 * <p>The endpoint is registered at an internal path, too: Tyrus upgrades only to a registered
 * endpoint, and says nothing if there is none. Nobody gets anywhere through that path, because only
 * the servlet hands out the ticket without which the endpoint closes a WebSocket at once.
 */
public final class WebSocketUpgrades {

  private static final int SWITCHING_PROTOCOLS = 101;

  private final ServerContainer container;
  private final ServerEndpointConfig config;
  private final TicketConfigurator tickets;

  private WebSocketUpgrades(
      ServerContainer container, ServerEndpointConfig config, TicketConfigurator tickets) {
    this.container = container;
    this.config = config;
    this.tickets = tickets;
  }

  /**
   * Prepares a mount.
   *
   * @param context the application, not before its {@code contextInitialized}
   * @param path the path of the mount, such as {@code /socket.io}
   * @param maxPayload the largest message, in bytes
   * @return empty if the container has no WebSockets for this application
   */
  public static Optional<WebSocketUpgrades> create(
      ServletContext context, String path, int maxPayload) throws DeploymentException {
    Object container = context.getAttribute(ServerContainer.class.getName());
    if (!(container instanceof ServerContainer serverContainer)) {
      return Optional.empty();
    }
    TicketConfigurator tickets = new TicketConfigurator(maxPayload);
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(UpgradeEndpoint.class, "/.socketee" + path)
            .configurator(tickets)
            .build();
    serverContainer.addEndpoint(config);
    return Optional.of(new WebSocketUpgrades(serverContainer, config, tickets));
  }

  /** Upgrades a request that the engine has granted. */
  public void upgrade(
      HttpServletRequest request, HttpServletResponse response, UpgradeVerdict.Granted granted)
      throws ServletException, IOException {
    tickets.issue(granted);
    try {
      container.upgradeHttpToWebSocket(request, response, config, Map.of());
    } catch (DeploymentException e) {
      throw new ServletException("the container refused the WebSocket endpoint", e);
    } finally {
      tickets.withdraw();
    }
    if (response.getStatus() != SWITCHING_PROTOCOLS && !response.isCommitted()) {
      // Some containers do nothing at all about a handshake that they do not like.
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
