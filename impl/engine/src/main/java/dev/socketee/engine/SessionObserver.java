package dev.socketee.engine;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;

/**
 * Watches a session, and has no part in it. Called outside all locks, on the thread that carries
 * the packet, at times on several; must neither block nor throw.
 */
public interface SessionObserver {

  /** A packet of the client, before it is dealt with. */
  void onReceived(EnginePacket packet);

  /** A packet for the client has been queued. */
  void onQueued(EngineFrame frame);

  /** The client has given its sign of life. */
  void onHeartbeat();

  /** Nothing is queued any more, and nothing being sent. */
  void onDrained();

  /** The session has moved to WebSocket. */
  void onUpgraded();
}
