package dev.socketee.engine;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The life of a session.
 *
 * <pre>
 *   OPEN --CLOSE--> CLOSING --END--> CLOSED
 *     `-------------END-------------->'
 * </pre>
 */
enum SessionState {
  /** Takes and delivers messages. */
  OPEN,
  /** Takes and delivers none any more; what is queued is still being sent. */
  CLOSING,
  /** Over. */
  CLOSED;

  /** What can happen to a session. */
  enum Event {
    /** This side asks for an orderly close. */
    CLOSE,
    /** It is over, for whatever reason. */
    END
  }

  private static final Map<SessionState, Map<Event, SessionState>> TRANSITIONS =
      new EnumMap<>(
          Map.of(
              OPEN, Map.of(Event.CLOSE, CLOSING, Event.END, CLOSED),
              CLOSING, Map.of(Event.END, CLOSED),
              CLOSED, Map.of()));

  /** The state after an event, or {@code null} if the event means nothing in this state. */
  @Nullable SessionState on(Event event) {
    return TRANSITIONS.getOrDefault(this, Map.of()).get(event);
  }
}
