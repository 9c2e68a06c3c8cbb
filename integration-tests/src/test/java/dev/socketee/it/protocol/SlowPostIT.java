package dev.socketee.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socketee.it.support.Wars;
import dev.socketee.it.wire.Polling;
import dev.socketee.it.wire.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Clients that leave the body of a POST incomplete cost the container no thread, also if their
 * session is over: more of them than it has threads, and it still answers.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SlowPostIT {

  private static final String ENGINE = "/engine.io/";

  /** WildFly has 16 workers for each processor of a small machine. */
  private static final int MANY = 80;

  private final List<Wire> wires = new ArrayList<>();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.calm("ROOT");
  }

  @AfterEach
  void leave() throws IOException {
    for (Wire wire : wires) {
      wire.close();
    }
  }

  @Test
  void body_thatIsAwaited_holdsNoThread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      begin(Polling.open(ENGINE).url(), "Content-Length: 1000");
    }
    stillAnswers();
  }

  @Test
  void body_ofASessionThatIsOver_holdsNoThread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      Polling session = Polling.open(ENGINE);
      begin(session.url(), "Content-Length: 1000");
      // a second POST beside the first is the end of the session
      await().until(() -> session.post("4x").statusCode() == 400);
    }
    stillAnswers();
  }

  @Test
  void body_ofASessionThatNeverWas_holdsNoThread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      begin(ENGINE + "?EIO=4&transport=polling&sid=nobody", "Content-Length: 1000");
    }
    stillAnswers();
  }

  @Test
  void body_thatIsAnnouncedAsTooLarge_holdsNoThread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      begin(Polling.open(ENGINE).url(), "Content-Length: 5000000");
    }
    stillAnswers();
  }

  /** As it arrives. */
  @Test
  void body_thatTurnsOutTooLarge_holdsNoThread() throws IOException {
    for (int i = 0; i < MANY; i++) {
      begin(Polling.open(ENGINE).url(), "Transfer-Encoding: chunked")
          .send("1e8480\n")
          .send(new byte[1_100_000]);
    }
    stillAnswers();
  }

  private Wire begin(String url, String header) throws IOException {
    Wire wire = Wire.connect();
    wires.add(wire);
    return wire.send("POST %s HTTP/1.1\nHost: localhost\n%s\n\n".formatted(url, header))
        .send(header.startsWith("Content") ? "4" : "");
  }

  private static void stillAnswers() {
    assertThat(
            Polling.send(
                    Polling.request(ENGINE + "?EIO=4&transport=polling")
                        .timeout(Duration.ofSeconds(5)))
                .statusCode())
        .isEqualTo(200);
  }
}
