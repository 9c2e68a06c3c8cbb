package dev.socketee.jakarta.websocket;

import dev.socketee.engine.UpgradeVerdict;
import dev.socketee.jakarta.threads.ClosingThreads;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
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

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.websocket");
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final String ATTRIBUTE = WebSocketUpgrades.class.getName();

  private final ServerContainer container;
  private final ServerEndpointConfig config;
  private final TicketConfigurator tickets;
  private final ClosingThreads closing;
  private final boolean liberty;
  private final boolean deflate;

  private WebSocketUpgrades(
      ServerContainer container,
      ServerEndpointConfig config,
      TicketConfigurator tickets,
      ClosingThreads closing,
      boolean liberty,
      boolean deflate) {
    this.container = container;
    this.config = config;
    this.tickets = tickets;
    this.closing = closing;
    this.liberty = liberty;
    this.deflate = deflate;
  }

  /**
   * Those of an application, which all that is mounted in it shares.
   *
   * @param context the application, not before its {@code contextInitialized}
   * @return empty if the container has no WebSockets for this application
   * @throws IllegalStateException if the container refuses the endpoint
   */
  public static Optional<WebSocketUpgrades> of(ServletContext context) {
    if (context.getAttribute(ATTRIBUTE) instanceof WebSocketUpgrades known) {
      return Optional.of(known);
    }
    Object container = context.getAttribute(ServerContainer.class.getName());
    if (!(container instanceof ServerContainer serverContainer)) {
      return Optional.empty();
    }
    TicketConfigurator tickets = new TicketConfigurator();
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(UpgradeEndpoint.class, "/.socketee")
            .configurator(tickets)
            .extensions(Deflate.of(serverContainer, context.getClassLoader()))
            .build();
    try {
      serverContainer.addEndpoint(config);
    } catch (DeploymentException e) {
      throw new IllegalStateException("the container refuses the WebSocket endpoint", e);
    }
    ClosingThreads closing = ClosingThreads.open(context.getClassLoader());
    WebSocketUpgrades upgrades =
        new WebSocketUpgrades(
            serverContainer, config, tickets, closing, Liberty.runs(context), false);
    context.setAttribute(ATTRIBUTE, upgrades);
    return Optional.of(upgrades);
  }

  /**
   * The same endpoint for one of the servers of the application.
   *
   * @param allowed whether messages are compressed, if the client offers it; {@link #of} answers
   *     one that does not
   */
  public WebSocketUpgrades deflating(boolean allowed) {
    if (allowed && config.getExtensions().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "per-message-deflate is on, but this server offers the extension to no application:"
              + " WebSocket messages stay uncompressed. docs/configuration.md says what servers"
              + " need for it.");
    }
    return new WebSocketUpgrades(container, config, tickets, closing, liberty, allowed);
  }

  /**
   * Upgrades a request that the engine has granted.
   *
   * @param maxPayload the largest message, in bytes
   */
  public void upgrade(
      HttpServletRequest request,
      HttpServletResponse response,
      UpgradeVerdict.Granted granted,
      int maxPayload)
      throws ServletException, IOException {
    tickets.issue(new TicketConfigurator.Ticket(granted, maxPayload, deflate, liberty, closing));
    HttpServletRequest asking = liberty ? Liberty.withoutNewSession(request) : request;
    try {
      container.upgradeHttpToWebSocket(asking, response, config, Map.of());
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

  /**
   * Waits for those that are being closed, see {@link ClosingThreads#close}: at the end of the
   * application.
   */
  public void awaitClosed() {
    closing.close();
  }
}
