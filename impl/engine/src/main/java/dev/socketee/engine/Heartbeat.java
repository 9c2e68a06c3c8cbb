package dev.socketee.engine;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Notices when a client is gone (reference 1.8). Independent of the transport: an upgrade changes
 * nothing here. Which side pings, the version of the protocol says.
 */
sealed interface Heartbeat permits ServerHeartbeat, ClientHeartbeat {

  /** The heartbeat of a session, not started. */
  static Heartbeat of(
      EngineProtocol protocol,
      LiveSession session,
      ReentrantLock lock,
      Timer timer,
      EngineOptions options) {
    return switch (protocol) {
      case V4 -> new ServerHeartbeat(session, lock, timer, options);
      case V3 -> new ClientHeartbeat(session, lock, timer, options);
    };
  }

  /** The session is open. */
  void start();

  /** A ping came; answers whether that is the client's part. No lock held. */
  boolean ping();

  /** A pong came; answers whether that is the client's part. No lock held. */
  boolean pong();

  /** Something else came. No lock held. */
  void activity();

  /** The session needs it no more. */
  void stop();
}
