package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What has gone wrong in other implementations, as far as Socket.IO is concerned (reference 6), and
 * what the checklist asks for besides.
 *
 * <p>The details of CVE-2026-48809 were not published when this was written.
 */
@DisplayName("6 security checklist: Socket.IO")
class ServerAdvisoriesTest {

  private final TestServer server = new TestServer();
  private final List<String> heard = new ArrayList<>();

  private void isUnharmed(FakeEngineSession bystander) {
    server.join(bystander, "/bystanders").on("x", (args, ack) -> heard.add("x"));
    bystander.text("2/bystanders,[\"x\"]");
    server.executor.run();
    assertThat(heard).containsExactly("x");
    assertThat(bystander.closing()).isFalse();
  }

  /** CVE-2024-38355: an event named error, which nobody listened to, crashed the server. */
  @ParameterizedTest
  @ValueSource(strings = {"2[\"error\"]", "2[\"error\",{\"message\":\"x\"}]", "21[\"error\",null]"})
  void cve_2024_38355_eventNamedError_isAnEventLikeAnyOther(String packet) {
    FakeEngineSession session = server.connect();

    session.text(packet);
    server.executor.run();

    assertThat(session.closing()).isFalse();
    isUnharmed(server.open());
  }

  /** CVE-2023-32695: an object for the name of an event crashed the server. */
  @Test
  void cve_2023_32695_nameOfEventThatIsNone_endsThatConnectionOnly() {
    FakeEngineSession bystander = server.open();
    FakeEngineSession session = server.connect();

    session.text("2[{\"toString\":\"rekt\"}]");

    assertThat(session.closing()).isTrue();
    isUnharmed(bystander);
  }

  /** CVE-2022-2421: a placeholder whose number was no index reached into the attachments. */
  @Test
  void cve_2022_2421_placeholderWithoutIndex_endsThatConnectionOnly() {
    FakeEngineSession bystander = server.open();
    FakeEngineSession session = server.connect();

    session.text("51-[\"x\",{\"_placeholder\":true,\"num\":\"splice\"}]");

    assertThat(session.closing()).isTrue();
    isUnharmed(bystander);
  }

  /** CVE-2026-48804: attachments of packets that are never completed were kept for ever. */
  @Test
  void cve_2026_48804_packetsThatAreNeverCompleted_areLimitedInSizeNumberAndTime() {
    FakeEngineSession session = server.connect();
    session.text("52-[\"x\"]");
    session.binary(1);
    server.timer.advance(Duration.ofSeconds(30));
    assertThat(session.closing()).isTrue();

    FakeEngineSession impatient = server.connect();
    impatient.text("52-[\"x\"]");
    impatient.text("52-[\"x\"]");
    assertThat(impatient.closing()).as("a second packet cannot be begun").isTrue();
    assertThat(server.timer.pending()).isZero();
    assertThat(server.io.statistics().reached(Limit.ATTACHMENT_TIMEOUT)).isEqualTo(1);
  }

  /** CVE-2026-69185: an announcement of no attachments left a buffer that never completed. */
  @Test
  void cve_2026_69185_noAttachmentsAnnounced_endsThatConnectionOnly() {
    FakeEngineSession bystander = server.open();
    FakeEngineSession session = server.connect();

    session.text("50-[\"x\"]");

    assertThat(session.closing()).isTrue();
    assertThat(server.timer.pending()).as("but that of the bystander").isEqualTo(1);
    isUnharmed(bystander);
  }

  // ---- also required by the checklist

  @Test
  void packets_beforeTheConnectWasAccepted_reachNoListener() {
    server.of("/").use(socket -> socket.on("x", (args, ack) -> heard.add("early")));
    FakeEngineSession session = server.open();

    session.text("0");
    session.text("2[\"x\"]");
    server.executor.run();

    assertThat(heard).isEmpty();
    assertThat(session.closing()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"__proto__", "constructor", "toString", "hasOwnProperty"})
  void namesThatAreSpecialElsewhere_areNotHere(String name) {
    FakeEngineSession session = server.connect();

    session.text("0/" + name + ",");
    session.text("2[\"" + name + "\"]");
    session.text("2[\"x\",{\"" + name + "\":{\"polluted\":true}}]");
    server.executor.run();

    assertThat(session.sent())
        .containsExactly("4/" + name + ",{\"message\":\"Invalid namespace\"}");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void idOfTheConnection_isNeverThatOfASocket() {
    FakeEngineSession session = server.open();

    assertThat(server.join(session, "/").id()).isNotEqualTo(session.id());
    assertThat(server.join(session, "/b").id()).isNotEqualTo(session.id());
  }

  @Test
  void acknowledgements_ofOthers_cannotBeGiven() {
    FakeEngineSession asked = server.open();
    FakeEngineSession thief = server.connect();
    var answer = server.join(asked, "/").emitWithAck("secret");
    asked.sent();

    thief.text("30[\"forged\"]");
    server.executor.run();

    assertThat(answer.toCompletableFuture()).isNotDone();
    assertThat(thief.closing()).isFalse();
  }
}
