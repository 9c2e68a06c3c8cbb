package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.socketee.protocol.engine.EngineFrame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payloads in both directions, and their HTTP. Source: reference 1.2, Polling framing. */
class PollingTest {

  private final EngineFixture engine = new EngineFixture();
  private PollingClient client;

  @BeforeEach
  void connect() {
    client = engine.connectPolling();
  }

  // --- server to client

  @Test
  void get_nothingToSay_waits() {
    FakeExchange get = client.get();

    get.isWaiting();
    client.session().send(EngineFrame.message("hello"));
    get.carries("4hello");
  }

  @Test
  void get_packetsQueued_isAnsweredWithAllOfThem() {
    client.session().send(EngineFrame.message("a"));
    client.session().send(messages("b", "c"));

    client.get().answers(200, "4a\u001e4b\u001e4c");
    client.get().isWaiting();
  }

  @Test
  void get_binary_isBase64WithoutATypeDigit() {
    client
        .session()
        .send(List.of(EngineFrame.message("51-[0]"), EngineFrame.binary(new byte[] {1, 2, 3, 4})));

    client.get().answers(200, "451-[0]\u001ebAQIDBA==");
  }

  @Test
  void get_textBeyondAscii_isUtf8() {
    client.session().send(EngineFrame.message("€ 😀"));

    assertThat(client.get().response().body()).isEqualTo("4€ 😀".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void get_anAnswer_hasTheReferencesHeaders() {
    client.session().send(EngineFrame.message("a"));

    assertThat(client.get().response().headers())
        .containsExactly(
            entry("Content-Type", "text/plain; charset=UTF-8"), entry("cache-control", "no-store"));
  }

  @Test
  void get_theHandshake_hasTheSameHeaders() {
    assertThat(client.handshake().response().headers())
        .containsExactly(
            entry("Content-Type", "text/plain; charset=UTF-8"), entry("cache-control", "no-store"));
  }

  // --- client to server

  @Test
  void post_packets_areDeliveredInOrderAndAcknowledged() {
    FakeExchange post = client.post("4a", "bAQIDBA==", "4€ 😀");

    client.listener().received("a", "<01020304>", "€ 😀");
    post.answers(200, "ok");
    assertThat(post.response().headers())
        .containsExactly(entry("Content-Type", "text/html"), entry("cache-control", "no-store"));
  }

  @Test
  void post_packets_areDeliveredBeforeTheAnswer() {
    FakeExchange post = client.beginPost();
    client.listener().onText(text -> post.isWaiting());

    post.bodyArrives("4a", "4b");

    client.listener().received("a", "b");
    post.answers(200, "ok");
  }

  @Test
  void post_whileAPollWaits_leavesItWaiting() {
    FakeExchange get = client.get();

    client.post("4a").answers(200, "ok");

    get.isWaiting();
  }

  @Test
  void post_answeredByTheListener_reachesTheWaitingPoll() {
    client.listener().onText(text -> client.session().send(EngineFrame.message(text)));
    FakeExchange get = client.get();

    client.post("4a", "4b").answers(200, "ok");

    get.carries("4a");
    client.get().carries("4b");
  }

  @Test
  void post_packetsThatMeanNothing_areIgnored() {
    client.post("0", "3", "5", "6", "3probe").answers(200, "ok");

    client.listener().received();
    client.listener().isOpen();
  }

  @Test
  void post_messageWithoutData_isTheEmptyText() {
    client.post("4").answers(200, "ok");

    client.listener().received("");
  }

  @Test
  void post_badPacketAfterGoodOnes_deliversThoseAndEndsTheSession() {
    FakeExchange get = client.get();

    client.post("4a", "4b", "x", "4c").answers(200, "ok");

    client.listener().received("a", "b");
    client.listener().closedBy(CloseReason.PARSE_ERROR);
    get.carries("1");
    engine.isEmpty();
  }

  @Test
  void post_badPacketWhileNoPollWaits_endsTheSession() {
    client.post("4a", "7").answers(200, "ok");

    client.listener().closedBy(CloseReason.PARSE_ERROR);
    client.get().answers(400, "{\"code\":1,\"message\":\"Session ID unknown\"}");
  }

  @Test
  void post_emptyBody_isABadPacket() {
    FakeExchange get = client.get();

    client.post("").answers(200, "ok");

    client.listener().closedBy(CloseReason.PARSE_ERROR);
    get.carries("1");
    engine.isEmpty();
  }

  @Test
  void post_octetStream_isRefusedAndEndsTheSession() {
    FakeExchange get = client.get();
    FakeExchange post =
        client.request("POST").with("content-type", "application/octet-stream").withPackets("4a");

    engine.handle(post).answers(400, "");

    assertThat(post.response().headers()).isEmpty();
    client.listener().received();
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid content");
    get.carries("1");
    engine.isEmpty();
  }

  @Test
  void post_anyOtherContentType_isRead() {
    engine
        .handle(client.request("POST").with("content-type", "image/png").withPackets("4a"))
        .answers(200, "ok");

    client.listener().received("a");
  }

  @Test
  void post_clientPing_isATransportError() {
    FakeExchange get = client.get();

    client.post("2", "4a").answers(200, "ok");

    client.listener().received();
    client.listener().closedBy(CloseReason.TRANSPORT_ERROR, "invalid heartbeat direction");
    get.carries("1");
  }

  @Test
  void post_clientClose_endsTheSessionAndThePollHearsANoop() {
    FakeExchange get = client.get();

    client.post("4bye", "1", "4late").answers(200, "ok");

    client.listener().received("bye");
    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    get.carries("6");
    engine.isEmpty();
  }

  @Test
  void post_clientCloseWhileNoPollWaits_endsTheSessionSoon() {
    client.post("1").answers(200, "ok");

    engine.timer().advanceMillis(99);
    client.listener().isOpen();
    engine.timer().advanceMillis(1);
    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void post_clientCloseThatOvertakesThePoll_thePollHearsNoop() {
    client.session().send(EngineFrame.message("in vain"));
    client.get();
    client.post("1", "4late").answers(200, "ok");

    client.get().carries("6");

    client.listener().received();
    client.listener().closedBy(CloseReason.TRANSPORT_CLOSE);
    engine.isEmpty();
  }

  @Test
  void post_bodyOfExactlyTheLimit_isRead() {
    EngineFixture small = new EngineFixture(options -> options.maxPayload(10));
    PollingClient sender = small.connectPolling();

    sender.post("4123456789").answers(200, "ok");

    sender.listener().received("123456789");
  }

  @Test
  void post_bodyPastTheLimit_isRefusedWith413AndEndsTheSession() {
    EngineFixture small = new EngineFixture(options -> options.maxPayload(10));
    PollingClient sender = small.connectPolling();
    FakeExchange get = sender.get();

    FakeExchange post = sender.post("41234567890");

    post.answers(413, "");
    assertThat(post.response().headers()).isEmpty();
    sender.listener().received();
    sender.listener().closedBy(CloseReason.TRANSPORT_ERROR, "max payload size exceeded");
    get.carries("1");
    small.isEmpty();
  }

  @Test
  void post_limit_isOfBytesNotCharacters() {
    EngineFixture small = new EngineFixture(options -> options.maxPayload(10));

    small.connectPolling().post("4€€€").answers(200, "ok");
    small.connectPolling().post("4€€€x").answers(413, "");
  }

  @Test
  void post_asManyPacketsAsAllowed_isRead() {
    EngineFixture small = new EngineFixture(options -> options.payloadPackets(3));
    PollingClient sender = small.connectPolling();

    sender.post("4a", "4b", "4c").answers(200, "ok");

    sender.listener().received("a", "b", "c");
    sender.listener().isOpen();
  }

  @Test
  void post_morePacketsThanAllowed_endsTheSession() {
    EngineFixture small = new EngineFixture(options -> options.payloadPackets(3));
    PollingClient sender = small.connectPolling();

    sender.post("4a", "4b", "4c", "4d").answers(200, "ok");

    sender.listener().closedBy(CloseReason.PARSE_ERROR, "too many packets");
  }

  @Test
  void manyMessages_bothWays_arriveOnceAndInOrder() {
    client.listener().onText(text -> client.session().send(EngineFrame.message(text)));
    List<String> expected = IntStream.range(0, 500).mapToObj(i -> "m" + i).toList();
    List<String> echoes = new java.util.ArrayList<>();

    for (String message : expected) {
      client.post("4" + message).answers(200, "ok");
      if (message.endsWith("7")) {
        echoes.addAll(client.get().packets());
      }
    }
    echoes.addAll(client.get().packets());

    assertThat(client.listener().messages()).isEqualTo(expected);
    assertThat(echoes).isEqualTo(expected.stream().map(m -> "4" + m).toList());
  }
}
