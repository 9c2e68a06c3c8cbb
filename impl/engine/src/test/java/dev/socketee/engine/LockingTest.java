package dev.socketee.engine;

import static dev.socketee.engine.EngineFixture.messages;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.protocol.engine.EngineFrame;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * No lock is held while the engine calls anybody: the listener, the hooks, a channel, an exchange.
 * Source: design, rule 6.
 */
class LockingTest {

  private final List<String> calls = new ArrayList<>();
  private final EngineFixture engine =
      new EngineFixture(
              options -> options.outboxPackets(5),
              new EngineHooks() {
                @Override
                public Optional<String> refuse(EngineRequest request) {
                  called("refuse");
                  return Optional.empty();
                }

                @Override
                public void initialHeaders(EngineRequest request, Map<String, String> headers) {
                  called("initialHeaders");
                }

                @Override
                public void headers(EngineRequest request, Map<String, String> headers) {
                  called("headers");
                }
              })
          .onAccept(
              listener -> {
                called("accept");
                listener.onText(text -> called("onText"));
                listener.onClose(() -> called("onClose"));
              });

  private void called(String what) {
    long thread = Thread.currentThread().getId();
    ThreadInfo info =
        ManagementFactory.getThreadMXBean().getThreadInfo(new long[] {thread}, true, true)[0];
    assertThat(info.getLockedSynchronizers()).as("locks during %s", what).isEmpty();
    calls.add(what);
  }

  private FakeExchange get(PollingClient client) {
    return engine.handle(client.request("GET").onRespond(() -> called("respond")));
  }

  private FakeWebSocketChannel channel() {
    return new FakeWebSocketChannel()
        .onSend(() -> called("send"))
        .onClose(() -> called("closeChannel"));
  }

  @Test
  void polling_itsWholeLife_callsNobodyUnderALock() {
    PollingClient client = engine.connectPolling();
    get(client);
    client.session().send(EngineFrame.message("a"));
    get(client);
    client.session().sendVolatile(messages("b"));
    engine.handle(
        client.request("POST").withPackets("4a").onRespond(() -> called("respond to post")));
    engine.timer().advance(EngineFixture.PING_INTERVAL);
    get(client);
    client.session().close();
    get(client);

    assertThat(calls)
        .contains("refuse", "initialHeaders", "headers", "accept", "respond", "respond to post")
        .contains("onText", "onClose");
  }

  @Test
  void polling_itsEnds_callNobodyUnderALock() {
    PollingClient overlapping = engine.connectPolling();
    get(overlapping);
    get(overlapping);
    get(engine.connectPolling()).abort();
    PollingClient malformed = engine.connectPolling();
    get(malformed);
    malformed.post("x");
    PollingClient slow = engine.connectPolling();
    slow.session().send(messages("a", "b", "c", "d", "e", "f"));
    engine.connectPolling();
    engine.timer().advance(EngineFixture.PING_INTERVAL.plus(EngineFixture.PING_TIMEOUT));
    get(engine.connectPolling());
    engine.server().close();

    assertThat(calls.stream().filter("onClose"::equals)).hasSize(6);
    engine.isEmpty();
  }

  @Test
  void webSocket_itsWholeLife_callsNobodyUnderALock() {
    WebSocketClient client = engine.connectWebSocket(channel());
    client.says("4a");
    client.session().send(messages("a", "b"));
    engine.timer().advance(EngineFixture.PING_INTERVAL);
    client.says("3");
    client.session().close();

    assertThat(calls).contains("refuse", "accept", "send", "onText", "closeChannel", "onClose");
  }

  @Test
  void webSocket_sendThatTakesTooLong_callsNobodyUnderALock() {
    FakeWebSocketChannel channel = channel();
    WebSocketClient client = engine.connectWebSocket(channel);
    channel.mode(FakeWebSocketChannel.Mode.HELD);
    client.session().send(EngineFrame.message("a"));

    engine.timer().advance(EngineOptions.DEFAULT.sendTimeout());

    assertThat(calls).endsWith("closeChannel", "onClose");
  }

  @Test
  void upgrade_doneAndGivenUp_callsNobodyUnderALock() {
    PollingClient client = engine.connectPolling();
    get(client);
    WebSocketClient first = client.openCandidate(channel()).says("2probe");
    client.openCandidate(channel());
    engine.timer().advance(EngineOptions.DEFAULT.upgradeTimeout());
    WebSocketClient second = client.openCandidate(channel());
    client.session().send(EngineFrame.message("a"));
    get(client);
    get(client);
    second.says("5").says("x");

    first.isClosedWith(1000);
    second.isClosedWith(1000);
    assertThat(calls).contains("respond", "send", "closeChannel").endsWith("onClose");
  }
}
