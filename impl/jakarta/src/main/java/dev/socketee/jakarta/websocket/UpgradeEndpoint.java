package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketReceiver;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** One WebSocket. The container calls one method at a time. */
public final class UpgradeEndpoint extends Endpoint {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.websocket");

  private @Nullable WebSocketReceiver receiver;

  UpgradeEndpoint() {}

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    TicketConfigurator.Ticket ticket = TicketConfigurator.take(session.getUserProperties());
    if (ticket == null) {
      refuse(session);
      return;
    }
    // The engine's heartbeat says when a connection is dead; Jetty's own idea of it is 30 s.
    session.setMaxIdleTimeout(0);
    if (ticket.liberty()) {
      Liberty.limitFrames(session, ticket.maxPayload());
    }
    SessionChannel channel = new SessionChannel(session, ticket.closing());
    WebSocketReceiver opened = ticket.granted().ticket().open(channel);
    receiver = opened;
    // In parts: whole messages are collected without a limit by some containers.
    session.addMessageHandler(String.class, new TextParts(channel, opened, ticket.maxPayload()));
    session.addMessageHandler(byte[].class, new BinaryParts(channel, opened, ticket.maxPayload()));
  }

  /** Somebody has found the internal path. */
  private static void refuse(Session session) {
    try {
      session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "not closed: {0}", e.toString());
    }
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (receiver != null) {
      receiver.onClose();
    }
  }

  @Override
  public void onError(Session session, Throwable failure) {
    LOG.log(Level.DEBUG, "WebSocket failed", failure);
    if (receiver != null) {
      receiver.onError(failure.toString());
    }
  }
}
