package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Defaults and bounds of the options. Source: reference 1.14, Options and defaults. */
class EngineOptionsTest {

  @Test
  void defaults_areTheReferences() {
    EngineOptions options = EngineOptions.DEFAULT;

    assertThat(options.transports())
        .containsExactlyInAnyOrder(TransportName.POLLING, TransportName.WEBSOCKET);
    assertThat(options.allowUpgrades()).isTrue();
    assertThat(options.upgradeTimeout()).hasMillis(10_000);
    assertThat(options.pingInterval()).hasMillis(25_000);
    assertThat(options.pingTimeout()).hasMillis(20_000);
    assertThat(options.maxPayload()).isEqualTo(1_000_000);
    assertThat(options.closeTimeout()).hasMillis(30_000);
    assertThat(options.compressionThreshold()).isEqualTo(1024);
    assertThat(options.cors()).isNull();
    assertThat(options.cookie()).isNull();
  }

  private static Stream<Arguments> outOfBounds() {
    Map<String, UnaryOperator<EngineOptions.Builder>> cases =
        Map.ofEntries(
            Map.entry("transports", b -> b.transports(Set.of())),
            Map.entry("pingInterval", b -> b.pingInterval(Duration.ZERO)),
            Map.entry("pingTimeout", b -> b.pingTimeout(Duration.ofMillis(-1))),
            Map.entry("upgradeTimeout", b -> b.upgradeTimeout(Duration.ZERO)),
            Map.entry("sendTimeout", b -> b.sendTimeout(Duration.ZERO)),
            Map.entry("closeTimeout", b -> b.closeTimeout(Duration.ZERO)),
            Map.entry("maxPayload", b -> b.maxPayload(0)),
            Map.entry("outboxPackets", b -> b.outboxPackets(0)),
            Map.entry("outboxBytes", b -> b.outboxBytes(0)),
            Map.entry("payloadPackets", b -> b.payloadPackets(0)),
            Map.entry("compressionThreshold", b -> b.compressionThreshold(-1)));
    return cases.entrySet().stream().map(c -> Arguments.of(c.getKey(), c.getValue()));
  }

  @ParameterizedTest
  @MethodSource("outOfBounds")
  void option_outOfBounds_isRefusedByItsName(
      String name, UnaryOperator<EngineOptions.Builder> setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.apply(EngineOptions.builder()).build())
        .withMessageStartingWith(name);
  }

  @Test
  void options_atTheirBounds_areAccepted() {
    assertThatCode(
            () ->
                EngineOptions.builder()
                    .transports(Set.of(TransportName.WEBSOCKET))
                    .pingInterval(Duration.ofNanos(1))
                    .maxPayload(1)
                    .outboxPackets(1)
                    .outboxBytes(1)
                    .payloadPackets(1)
                    .compressionThreshold(0)
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void transports_changedByTheCallerLater_stayAsTheyWere() {
    Set<TransportName> mutable = new java.util.HashSet<>(Set.of(TransportName.POLLING));
    EngineOptions options = EngineOptions.builder().transports(mutable).build();

    mutable.add(TransportName.WEBSOCKET);

    assertThat(options.transports()).containsExactly(TransportName.POLLING);
  }
}
