package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the options of a server are that an application builds; see {@code docs/configuration.md}.
 */
class BuilderOptionsTest {

  private static final MapSource APPLICATION =
      MapSource.of(
          "web.xml",
          "path",
          "/configured",
          "ping-interval",
          "1000",
          "ping-timeout",
          "2000",
          "handler-threads",
          "7");

  @Test
  void option_thatIsNotSet_isThatOfTheApplication_butForThePath() {
    SocketIOConfig config = read(Map.of("path", "/admin", "ping-interval", "PT5S"));

    assertThat(config.path()).isEqualTo("/admin");
    assertThat(config.engine().pingInterval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(config.engine().pingTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.engine().upgradeTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.threads().pool()).isEqualTo(7);
    assertThat(read(Map.of()).path()).isEqualTo("/socket.io");
  }

  @Test
  void option_withoutContent_isNotSet() {
    assertThat(read(Map.of("ping-interval", " ")).engine().pingInterval())
        .isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void options_thatAreWrong_areNamed_asThoseOfTheConfigurationAre() {
    assertThatThrownBy(() -> read(Map.of("ping-intervall", "1", "ping-timeout", "soon")))
        .isInstanceOf(IllegalArgumentException.class)
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "unknown key socketio.ping-intervall (builder of server \"admin\"); did you mean"
                + " socketio.ping-interval?")
        .hasMessageContaining(
            "socketio.ping-timeout = \"soon\" (builder of server \"admin\"): expected a duration");
  }

  @Test
  void options_ofTheApplicationsThreads_areRefused() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "virtual-threads",
                        "auto",
                        "handler-threads",
                        "1",
                        "executor",
                        "java:app/x")))
        .hasMessageContaining(
            "socketio.handler-threads (builder of server \"admin\"): the threads belong to the"
                + " application")
        .hasMessageContaining("socketio.virtual-threads (builder of server \"admin\")")
        .hasMessageContaining("socketio.executor (builder of server \"admin\")");
  }

  @Test
  void effective_saysWhereAnOptionIsFrom() {
    assertThat(
            ConfigReader.read(
                    BuilderOptions.over("admin", Map.of("path", "/admin"), List.of(APPLICATION)))
                .effective())
        .contains("socketio.path = \"/admin\" (builder of server \"admin\")")
        .contains("socketio.ping-interval = \"1000\" (web.xml)")
        .doesNotContain("/configured");
  }

  private static SocketIOConfig read(Map<String, String> options) {
    return ConfigReader.read(BuilderOptions.over("admin", options, List.of(APPLICATION))).config();
  }
}
