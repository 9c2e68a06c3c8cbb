package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.UpgradePhase.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of phase and event. Source: reference 1.7, Upgrade state machine. */
class UpgradePhaseTest {

  @ParameterizedTest
  @CsvSource({
    "POLLING,   CANDIDATE, PROBING",
    "POLLING,   PROBE,",
    "POLLING,   UPGRADE,",
    "POLLING,   ABANDON,",
    "PROBING,   CANDIDATE,",
    "PROBING,   PROBE,     PROBED",
    "PROBING,   UPGRADE,   WEBSOCKET",
    "PROBING,   ABANDON,   POLLING",
    "PROBED,    CANDIDATE,",
    "PROBED,    PROBE,     PROBED",
    "PROBED,    UPGRADE,   WEBSOCKET",
    "PROBED,    ABANDON,   POLLING",
    "WEBSOCKET, CANDIDATE,",
    "WEBSOCKET, PROBE,",
    "WEBSOCKET, UPGRADE,",
    "WEBSOCKET, ABANDON,",
  })
  void on_anyPair_followsTheTable(UpgradePhase phase, Event event, UpgradePhase next) {
    assertThat(phase.on(event)).isEqualTo(next);
  }

  @Test
  void table_coversEveryPair() {
    assertThat(UpgradePhase.values().length * Event.values().length).isEqualTo(16);
  }
}
