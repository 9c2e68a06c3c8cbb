package dev.socketee.engine;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a session is on its way from long-polling to WebSocket (reference 1.7). A session that
 * began with WebSocket is there from the start.
 *
 * <pre>
 *   POLLING --CANDIDATE--> PROBING --PROBE--> PROBED --UPGRADE--> WEBSOCKET
 *      ^                    |  `-------------UPGRADE---------------^
 *      `-----ABANDON--------'---------------------'
 * </pre>
 */
enum UpgradePhase {
  /** Carried by polling. */
  POLLING,
  /** Carried by polling; a WebSocket is there and has not been probed. */
  PROBING,
  /** Carried by polling; the probe was answered, the client pauses its polling. */
  PROBED,
  /** Carried by WebSocket, for good. */
  WEBSOCKET;

  /** What can happen on the way. */
  enum Event {
    /** A WebSocket with the session's id was opened. */
    CANDIDATE,
    /** It carried the probe. */
    PROBE,
    /** It carried the upgrade packet (also accepted without a probe). */
    UPGRADE,
    /** It failed, took too long, or carried anything else. */
    ABANDON
  }

  private static final Map<UpgradePhase, Map<Event, UpgradePhase>> TRANSITIONS =
      new EnumMap<>(
          Map.of(
              POLLING,
              Map.of(Event.CANDIDATE, PROBING),
              PROBING,
              Map.of(Event.PROBE, PROBED, Event.UPGRADE, WEBSOCKET, Event.ABANDON, POLLING),
              PROBED,
              Map.of(Event.PROBE, PROBED, Event.UPGRADE, WEBSOCKET, Event.ABANDON, POLLING),
              WEBSOCKET,
              Map.of()));

  /** The phase after an event, or {@code null} if the event means nothing in this phase. */
  @Nullable UpgradePhase on(Event event) {
    return TRANSITIONS.getOrDefault(this, Map.of()).get(event);
  }
}
