package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.SessionState.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of state and event. Source: reference 1.9, Close semantics. */
class SessionStateTest {

  @ParameterizedTest
  @CsvSource({
    "OPEN,    CLOSE, CLOSING",
    "OPEN,    END,   CLOSED",
    "CLOSING, CLOSE,",
    "CLOSING, END,   CLOSED",
    "CLOSED,  CLOSE,",
    "CLOSED,  END,",
  })
  void on_anyPair_followsTheTable(SessionState state, Event event, SessionState next) {
    assertThat(state.on(event)).isEqualTo(next);
  }

  @Test
  void table_coversEveryPair() {
    assertThat(SessionState.values().length * Event.values().length).isEqualTo(6);
  }
}
