package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.inject.spi.CDI;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong is said, and leaves nothing behind. */
class StartTest {

  @Namespace("/wrong")
  static class Wrong {

    @OnEvent("event")
    final void unreachable() {}
  }

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();

  @AfterEach
  void nothingIsLeft() {
    await() // a thread may be told to end a little before it has
        .pollInSameThread()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.isAlive() && !before.contains(thread))
                    .isEmpty());
    assertThatIllegalStateException().isThrownBy(CDI::current);
  }

  @Test
  void start_withoutBeans_saysHowToNameThem() {
    assertThatIllegalStateException()
        .isThrownBy(EmbeddedSocketIO.builder()::start)
        .withMessageContainingAll("beans(Chat.class, ...)", "discover()");
  }

  @Test
  void start_onPortInUse_saysWhichAndWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatIllegalStateException()
          .isThrownBy(EmbeddedSocketIO.builder().port(taken.getLocalPort()).beans()::start)
          .withMessageStartingWith(
              "cannot listen on 127.0.0.1:" + taken.getLocalPort() + " (Address already in use)")
          .withMessageContaining("port(0)");
    }
  }

  @Test
  void start_onUnknownHost_saysSo() {
    assertThatIllegalStateException()
        .isThrownBy(EmbeddedSocketIO.builder().port(0).host("no.such.host.invalid").beans()::start)
        .withMessageContaining("no.such.host.invalid");
  }

  @Test
  void start_withMistakesInBeans_namesThem() {
    assertThatIllegalStateException()
        .isThrownBy(EmbeddedSocketIO.builder().port(0).beans(Wrong.class)::start)
        .withMessageMatching("(?s)the beans cannot be deployed: .*SIO0203: .*unreachable.*");
  }

  @Test
  void start_withMistakesInOptions_namesThem() {
    assertThatIllegalStateException()
        .isThrownBy(
            EmbeddedSocketIO.builder()
                    .port(0)
                    .beans()
                    .option("ping-intervall", "PT5S")
                    .option("ping-timeout", "soon")
                ::start)
        .withMessageContainingAll(
            "2 problems",
            "socketio.ping-timeout = \"soon\" (option)",
            "unknown key socketio.ping-intervall (option); did you mean socketio.ping-interval?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"app", "/app/", "app/"})
  void contextPath_withWrongSlashes_isRefused(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedSocketIO.builder().contextPath(path))
        .withMessageContaining("\"" + path + "\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void port_thatIsNone_isRefused(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedSocketIO.builder().port(port))
        .withMessageContaining(String.valueOf(port));
  }

  @Test
  void host_thatIsBlank_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> EmbeddedSocketIO.builder().host(" "));
  }
}
