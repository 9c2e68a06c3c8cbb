package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.POLLING;
import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.socketee.protocol.engine.EngineFrame;
import org.junit.jupiter.api.Test;

/**
 * What the layer above does while it accepts a session, and what happens to the session meanwhile.
 * Source: reference 1.4 (the open packet comes first), 1.9 (one end, told once).
 */
class OpeningTest {

  private final EngineFixture engine = new EngineFixture();

  @Test
  void polling_sentFromWithin_followsTheOpenPacketInOneAnswer() {
    engine.onAccept(listener -> listener.session().send(messages("a", "b")));

    FakeExchange handshake = engine.handle("GET", POLLING);

    assertThat(handshake.packets()).hasSize(3);
    assertThat(handshake.packets().get(0)).startsWith("0{");
    assertThat(handshake.packets()).endsWith("4a", "4b");
  }

  @Test
  void webSocket_sentFromWithin_followsTheOpenPacket() {
    engine.onAccept(listener -> listener.session().send(messages("a", "b")));

    WebSocketClient client = engine.connectWebSocket(new FakeWebSocketChannel());

    assertThat(client.channel().frames()).hasSize(3).endsWith("4a", "4b");
    assertThat(client.channel().frames().get(0)).startsWith("0{");
  }

  @Test
  void sentFromWithin_isNotOnItsWayBeforeThereIsAListener() {
    FakeExchange handshake = new FakeExchange(FakeRequest.of("GET", POLLING));
    engine.onAccept(
        listener -> {
          listener.session().send(EngineFrame.message("a"));
          handshake.isWaiting();
        });

    engine.handle(handshake);

    assertThat(handshake.packets()).endsWith("4a");
  }

  @Test
  void clientIsFast_itsFirstMessageFindsTheListener() {
    engine.onAccept(listener -> listener.session().send(EngineFrame.message("a")));
    FakeExchange handshake = new FakeExchange(FakeRequest.of("GET", POLLING));
    // The client has the answer, and its next request is here before the engine is back.
    handshake.onRespond(() -> new PollingClient(engine, engine.latest(), handshake).post("4fast"));

    engine.handle(handshake);

    engine.latest().received("fast");
  }

  @Test
  void volatileFromWithin_isDropped() {
    engine.onAccept(
        listener -> assertThat(listener.session().sendVolatile(messages("volatile"))).isFalse());

    assertThat(engine.handle("GET", POLLING).packets()).hasSize(1);
  }

  @Test
  void polling_closedFromWithin_isOpenedAndClosed() {
    engine.onAccept(listener -> listener.session().close());

    PollingClient client = engine.connectPolling();

    assertThat(client.handshake().packets()).hasSize(1);
    client.get().carries("6", "1");
    client.listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void webSocket_closedFromWithin_isOpenedAndClosed() {
    engine.onAccept(
        listener -> {
          listener.session().send(EngineFrame.message("bye"));
          listener.session().close();
        });

    WebSocketClient client = engine.connectWebSocket(new FakeWebSocketChannel());

    assertThat(client.channel().frames()).hasSize(2).endsWith("4bye");
    client.isClosedWith(1000).listener().closedBy(CloseReason.FORCED_CLOSE);
    engine.isEmpty();
  }

  @Test
  void outboxOverflowsFromWithin_theListenerIsTold() {
    EngineFixture small = new EngineFixture(options -> options.outboxPackets(2));
    small.onAccept(listener -> listener.session().send(messages("a", "b")));

    FakeExchange handshake = small.handle("GET", POLLING);

    handshake.carries("1");
    small.latest().closedBy(CloseReason.TRANSPORT_ERROR);
    small.isEmpty();
  }

  @Test
  void serverClosesMeanwhile_theListenerIsToldOnce() {
    engine.onAccept(listener -> engine.server().close());

    FakeExchange handshake = engine.handle("GET", POLLING);

    handshake.carries("1");
    engine.latest().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void serverClosesMeanwhile_theWebSocketIsClosed() {
    engine.onAccept(listener -> engine.server().close());

    WebSocketClient client = engine.connectWebSocket(new FakeWebSocketChannel());

    client.hearsNothing().isClosedWith(1001);
    engine.latest().closedBy(CloseReason.SHUTTING_DOWN);
    engine.isEmpty();
  }

  @Test
  void clientGoesMeanwhile_theListenerIsToldOnce() {
    FakeWebSocketChannel channel = new FakeWebSocketChannel();
    channel.mode(FakeWebSocketChannel.Mode.FAILING);

    engine.connectWebSocket(channel);

    engine.latest().closedBy(CloseReason.TRANSPORT_ERROR);
    engine.isEmpty();
  }

  @Test
  void layerAboveFails_leavesNothingBehind() {
    engine.onAccept(
        listener -> {
          throw new IllegalStateException("a bug above the engine");
        });
    FakeExchange handshake = new FakeExchange(FakeRequest.of("GET", POLLING));

    assertThatIllegalStateException().isThrownBy(() -> engine.handle(handshake));

    assertThat(handshake.answered()).isTrue();
    engine.isEmpty();
  }

  @Test
  void layerAboveFailsWithAnError_leavesNothingBehind() {
    engine.onAccept(
        listener -> {
          throw new NoClassDefFoundError("dev/example/Missing");
        });
    FakeExchange handshake = new FakeExchange(FakeRequest.of("GET", POLLING));

    assertThatExceptionOfType(NoClassDefFoundError.class)
        .isThrownBy(() -> engine.handle(handshake));

    assertThat(handshake.answered()).isTrue();
    engine.isEmpty();
  }

  @Test
  void layerAboveFails_closesTheWebSocket() {
    engine.onAccept(
        listener -> {
          throw new IllegalStateException("a bug above the engine");
        });
    FakeWebSocketChannel channel = new FakeWebSocketChannel();

    assertThatIllegalStateException().isThrownBy(() -> engine.connectWebSocket(channel));

    assertThat(channel.closeCodes()).containsExactly(1000);
    engine.isEmpty();
  }
}
