package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Socket;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.EncodedPacket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("4.8 a server with the MessagePack parser")
class MsgpackFormatTest {

  private static final String CONNECT = "82a47479706500a36e7370a12f";
  private static final String DISCONNECT = "82a47479706501a36e7370a12f";

  private final TestServer server =
      new TestServer(ServerOptions.builder().format(WireFormat.MSGPACK).build());
  private final List<String> heard = new ArrayList<>();

  private static void send(FakeEngineSession session, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    int[] values = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      values[i] = bytes[i];
    }
    session.binary(values);
  }

  private static void send(FakeEngineSession session, EncodedPacket packet) {
    send(session, HexFormat.of().formatHex(packet.head().binary()));
  }

  private FakeEngineSession connect() {
    server
        .of("/")
        .onConnection(
            socket ->
                socket
                    .on("ask", (args, ack) -> ack.send(args.get(0, Object.class)))
                    .onDisconnect((reason, description) -> heard.add(reason + ": " + description)));
    FakeEngineSession session = server.open();
    send(session, CONNECT);
    server.executor.run();
    return session;
  }

  @Test
  void connect_isAnswered_inOneBinaryMessage() {
    FakeEngineSession session = connect();

    String sid = server.of("/").connectedSockets().iterator().next().id();
    assertThat(session.sent())
        .containsExactly(
            "83a47479706500a36e7370a12fa46461746181a3736964b4"
                + HexFormat.of().formatHex(sid.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void connect_toNothing_isRefused() {
    FakeEngineSession session = server.open();

    send(session, "82a47479706500a36e7370a22f78");

    assertThat(session.sent())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("83a47479706504a36e7370a22f78");
    assertThat(session.closing()).isFalse();
  }

  @Test
  void binaryEvent_isAcknowledged_withItsBytesInline() {
    FakeEngineSession session = connect();
    session.sent();

    send(
        session,
        WireFormat.MSGPACK.event(
            "/", 7, "[\"ask\",{\"_placeholder\":true,\"num\":0}]", List.of(new byte[] {1, 2})));
    server.executor.run();

    assertThat(session.sent())
        .containsExactly("84a47479706503a36e7370a12fa46461746191c4020102a2696407");
  }

  @Test
  void emitWithAck_isAnswered() {
    FakeEngineSession session = connect();
    session.sent();
    Socket socket = server.of("/").connectedSockets().iterator().next();
    List<String> answers = new ArrayList<>();

    CompletionStage<Void> answered =
        socket.emitWithAck("q").thenAccept(args -> answers.add(args.json(0)));
    assertThat(session.sent())
        .containsExactly("84a47479706502a36e7370a12fa46461746191a171a2696400");
    send(session, WireFormat.MSGPACK.ack("/", 0, "[42]", List.of()));
    server.executor.run();

    assertThat(answers).containsExactly("42");
    assertThat(answered).isCompleted();
  }

  @Test
  void broadcast_isFramedOnce() {
    FakeEngineSession first = connect();
    FakeEngineSession second = server.open();
    send(second, CONNECT);
    server.executor.run();
    first.sent();
    second.sent();

    server.of("/").emit("news", 1);

    EngineFrame frame = first.packets().get(0).get(0);
    assertThat(second.packets().get(0).get(0)).isSameAs(frame);
    assertThat(first.sent()).containsExactly("83a47479706502a36e7370a12fa46461746192a46e65777301");
  }

  @Test
  void disconnect_byEitherSide() {
    FakeEngineSession session = connect();
    session.sent();
    send(session, DISCONNECT);
    server.executor.run();
    assertThat(heard).containsExactly("CLIENT_NAMESPACE_DISCONNECT: null");

    send(session, CONNECT);
    server.executor.run();
    session.sent();
    server.of("/").connectedSockets().iterator().next().disconnect();
    assertThat(session.sent()).containsExactly(DISCONNECT);
  }

  @Test
  void textPacket_ofAClientWithoutTheParser_closes() {
    FakeEngineSession session = connect();

    session.text("2[\"ask\",1]");
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(heard)
        .containsExactly(
            "FORCED_CLOSE: a text packet, where the server has the MessagePack parser");
  }

  @Test
  void malformedPacket_closes_andOthersGoOn() {
    FakeEngineSession bystander = connect();
    FakeEngineSession session = server.open();

    send(session, "c1");

    assertThat(session.closing()).isTrue();
    assertThat(bystander.closing()).isFalse();
  }

  @Test
  void size_isThatOfWhatItBecomes() {
    PacketReader reader = WireFormat.MSGPACK.reader(ServerOptions.DEFAULT.decoderLimits());

    assertThat(
            reader.binary(
                WireFormat.MSGPACK
                    .event(
                        "/",
                        -1,
                        "[\"\\u0001\",{\"_placeholder\":true,\"num\":0}]",
                        List.of(new byte[100]))
                    .head()
                    .binary()))
        .isPresent();

    assertThat(reader.size())
        .isEqualTo("[\"\\u0001\",{\"_placeholder\":true,\"num\":0}]".length() + 100);
    assertThat(reader.isPending()).isFalse();
  }
}
