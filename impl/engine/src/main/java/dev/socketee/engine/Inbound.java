package dev.socketee.engine;

import dev.socketee.protocol.engine.EnginePacket;

/** What a packet of the client means to a session that is open (reference 1.6, 1.8). */
final class Inbound {

  private final LiveSession session;
  private final Heartbeat heartbeat;
  private final Observation observation;

  Inbound(LiveSession session, Heartbeat heartbeat, Observation observation) {
    this.session = session;
    this.heartbeat = heartbeat;
    this.observation = observation;
  }

  /** Deals with a packet that came over the transport that carries the session. No lock held. */
  void receive(TransportName carrier, EnginePacket packet, SessionListener listener) {
    observation.received(packet);
    switch (packet.type()) {
      case MESSAGE -> {
        heartbeat.activity();
        if (packet instanceof EnginePacket.TextMessage text) {
          listener.onText(text.data(), carrier);
        } else if (packet instanceof EnginePacket.BinaryMessage binary) {
          listener.onBinary(binary.data(), carrier);
        }
      }
      case PONG -> beat(heartbeat.pong());
      case PING -> beat(heartbeat.ping());
      case CLOSE -> {
        // A WebSocket client says so by closing the WebSocket; its close packet means nothing.
        if (carrier == TransportName.POLLING) {
          session.closedByClient();
        }
      }
      case OPEN, UPGRADE, NOOP -> heartbeat.activity();
    }
  }

  private void beat(boolean clientsPart) {
    if (clientsPart) {
      observation.heartbeat();
    } else {
      session.end(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
    }
  }
}
