package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.spi.MalformedPacketException;
import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.ParserLimits;
import dev.socketee.spi.WireMessage;
import dev.socketee.test.ExpectedLogs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parser of the application's own: lines of type, namespace, id and JSON. */
class ParserFormatTest {

  private final List<String> heard = new ArrayList<>();
  private final TestServer server =
      new TestServer(ServerOptions.builder().format(WireFormat.of(new LineParser())).build());

  /** Attachments go ahead of the packet, so that a message of bytes begins one. */
  static final class LineParser implements Parser {

    @Override
    public String name() {
      return "lines";
    }

    @Override
    public List<WireMessage> encode(Packet packet) {
      if (packet.namespace().equals("/mute")) {
        return List.of();
      }
      List<WireMessage> messages = new ArrayList<>();
      packet.attachments().forEach(bytes -> messages.add(new WireMessage.Binary(bytes)));
      messages.add(
          new WireMessage.Text(
              packet.type() + " " + packet.namespace() + " " + packet.id() + " " + packet.json()));
      return messages;
    }

    @Override
    public Decoder decoder(ParserLimits limits) {
      return new LineDecoder();
    }
  }

  private static final class LineDecoder implements Parser.Decoder {

    private final List<byte[]> attachments = new ArrayList<>();

    @Override
    public @Nullable Packet decode(WireMessage message) {
      if (message instanceof WireMessage.Binary binary) {
        attachments.add(binary.bytes());
        return null;
      }
      String text = ((WireMessage.Text) message).text();
      switch (text) {
        case "bug" -> throw new IllegalStateException("a bug");
        case "deep" -> throw new StackOverflowError();
        case "null" -> {
          return new Packet(Packet.Type.EVENT, null, 0, null, List.of());
        }
        default -> {}
      }
      String[] parts = text.split(" ", 4);
      if (parts.length < 4) {
        throw new MalformedPacketException("a line has four parts");
      }
      Packet packet =
          new Packet(
              Packet.Type.valueOf(parts[0]),
              parts[1],
              Long.parseLong(parts[2]),
              parts[3].isEmpty() ? null : parts[3],
              attachments);
      attachments.clear();
      return packet;
    }

    @Override
    public boolean pending() {
      return !attachments.isEmpty();
    }
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
    session.text("CONNECT / -1 {\"a\":1}");
    server.executor.run();
    return session;
  }

  @Test
  void conversation_bothWays() {
    FakeEngineSession session = connect();

    session.binary(1, 2);
    session.text("EVENT / 7 [\"ask\",{\"_placeholder\":true,\"num\":0}]");
    server.executor.run();
    session.text("CONNECT /x -1 ");
    server.of("/").connectedSockets().iterator().next().disconnect();

    assertThat(session.sent())
        .containsExactly(
            "CONNECT / -1 {\"sid\":\"#\"}",
            "0102",
            "ACK / 7 [{\"_placeholder\":true,\"num\":0}]",
            "CONNECT_ERROR /x -1 {\"message\":\"Invalid namespace\"}",
            "DISCONNECT / -1 null");
  }

  @Test
  void packetBegunByBytes_thatIsNeverCompleted_closes() {
    FakeEngineSession session = connect();
    session.binary(1);
    server.timer.advance(Duration.ofSeconds(20));
    session.binary(1);

    server.timer.advance(Duration.ofMillis(9_999));
    assertThat(session.closing()).isFalse();
    server.timer.advance(Duration.ofMillis(1));

    assertThat(session.closing()).isTrue();
  }

  @Test
  void malformedPacket_closes_withItsReason() {
    FakeEngineSession session = connect();

    session.text("EVENT");
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(heard).containsExactly("FORCED_CLOSE: a line has four parts");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EVENT x 0 [\"a\"]",
        "EVENT /,x 0 [\"a\"]",
        "EVENT / -2 [\"a\"]",
        "EVENT / 0 [\"disconnect\"]",
        "EVENT / 0 []",
        "EVENT / 0 [\"a\"",
        "EVENT / 0 ",
        "ACK / 0 {}",
        "CONNECT / -1 []",
        "CONNECT_ERROR / -1 {}",
      })
  void packetThatIsNone_closes(String line) {
    FakeEngineSession session = connect();

    session.text(line);

    assertThat(session.closing()).isTrue();
  }

  @Test
  void tooMuch_closes() {
    FakeEngineSession deep = connect();
    deep.text("EVENT / 0 [\"a\"," + "[".repeat(300) + "]".repeat(300) + "]");
    FakeEngineSession many = connect();
    for (int i = 0; i < 11; i++) {
      many.binary(1);
    }
    many.text("EVENT / 0 [\"a\"]");
    FakeEngineSession misled = connect();
    misled.binary(1);
    misled.text("EVENT / 0 [\"a\",{\"_placeholder\":true,\"num\":1}]");
    FakeEngineSession named = connect();
    named.text("CONNECT /" + "x".repeat(1024) + " -1 ");

    assertThat(List.of(deep, many, misled, named)).allMatch(FakeEngineSession::closing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "deep", "null"})
  void parserThatFails_closes_andIsLogged(String line, ExpectedLogs logs) {
    logs.expect("The parser lines failed on a message");
    FakeEngineSession session = connect();
    FakeEngineSession bystander = server.open();

    session.text(line);
    server.executor.run();

    assertThat(session.closing()).isTrue();
    assertThat(bystander.closing()).isFalse();
    assertThat(heard).containsExactly("FORCED_CLOSE: the parser failed");
  }

  @Test
  void parserThatMakesNothingOfAPacket_isToldToWhoEmits() {
    assertThatThrownBy(() -> WireFormat.of(new LineParser()).disconnect("/mute"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the parser lines made no message of a packet");
  }
}
