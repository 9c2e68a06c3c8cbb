package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.socketee.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes in and what comes out (reference 1.16, the server's acceptance matrix). */
class ProtocolConductTest {

  private static final boolean OPEN = false;
  private static final boolean CLOSED = true;

  private final TestServer server = new TestServer();
  private final List<String> heard = new ArrayList<>();

  /** Answers every {@code echo} by an event, every {@code ask} by an acknowledgement. */
  private void serve(Socket socket) {
    String where = socket.namespace().name();
    socket
        .on("echo", (args, ack) -> socket.emit("echo", args.get(0, Object.class)))
        .on("ask", (args, ack) -> ack.send(args.get(0, Object.class)))
        .on("ask nothing", (args, ack) -> ack.sendAll())
        .on("error", (args, ack) -> heard.add("error"))
        .on("1.5", (args, ack) -> heard.add("1.5"))
        .onDisconnect((reason, description) -> heard.add(where + " " + reason.text()));
  }

  private FakeEngineSession play(String... messages) {
    server.of("/").onConnection(this::serve);
    server.of("/b").onConnection(this::serve);
    FakeEngineSession session = server.open();
    for (String message : messages) {
      if (message.startsWith("#")) {
        session.binary(message.substring(1).chars().map(digit -> digit - '0').toArray());
      } else {
        session.text(message);
      }
      server.executor.run();
    }
    return session;
  }

  static Stream<Arguments> conversations() {
    return Stream.of(
        row("connect", in("0"), out("0{'sid':'#'}"), OPEN),
        row("connect with auth", in("0{'token':1}"), out("0{'sid':'#'}"), OPEN),
        row("connect elsewhere", in("0/b,"), out("0/b,{'sid':'#'}"), OPEN),
        row("connect without comma", in("0/b"), out("0/b,{'sid':'#'}"), OPEN),
        row(
            "connect to two",
            in("0", "0/b,{}", "2/b,['echo',1]", "2['echo',2]"),
            out("0{'sid':'#'}", "0/b,{'sid':'#'}", "2/b,['echo',1]", "2['echo',2]"),
            OPEN),
        row(
            "connect to nothing",
            in("0/x,", "0"),
            out("4/x,{'message':'Invalid namespace'}", "0{'sid':'#'}"),
            OPEN),
        row(
            "connect to a name with a query",
            in("0/b?x=1,"),
            out("4/b?x=1,{'message':'Invalid namespace'}"),
            OPEN),
        row("connect twice", in("0", "0"), out("0{'sid':'#'}"), CLOSED),
        row("connect with an array", in("0[]"), out(), CLOSED),
        row("event", in("0", "2['echo','x']"), out("0{'sid':'#'}", "2['echo','x']"), OPEN),
        row("event nobody listens to", in("0", "2['no']"), out("0{'sid':'#'}"), OPEN),
        row("ask", in("0", "20['ask','x']"), out("0{'sid':'#'}", "30['x']"), OPEN),
        row(
            "ask elsewhere",
            in("0/b,", "2/b,7['ask',1]"),
            out("0/b,{'sid':'#'}", "3/b,7[1]"),
            OPEN),
        row("ask nothing", in("0", "21['ask nothing']"), out("0{'sid':'#'}", "31[]"), OPEN),
        row("ask without id", in("0", "2['ask',1]"), out("0{'sid':'#'}"), OPEN),
        row("unknown ack", in("0", "39[1]"), out("0{'sid':'#'}"), OPEN),
        row(
            "binary event",
            in("0", "51-['echo',{'_placeholder':true,'num':0}]", "#123"),
            out("0{'sid':'#'}", "51-['echo',{'_placeholder':true,'num':0}]", "010203"),
            OPEN),
        row(
            "binary ask, nested",
            in(
                "0",
                "52-7['ask',{'a':{'_placeholder':true,'num':1},'b':{'_placeholder':true,'num':0}}]",
                "#1",
                "#2"),
            out(
                "0{'sid':'#'}",
                "62-7[{'a':{'_placeholder':true,'num':0},'b':{'_placeholder':true,'num':1}}]",
                "02",
                "01"),
            OPEN),
        row(
            "text instead of an attachment",
            in("0", "51-['a']", "2['a']"),
            out("0{'sid':'#'}"),
            CLOSED),
        row("attachment that was not announced", in("0", "#1"), out("0{'sid':'#'}"), CLOSED),
        row("too many attachments", in("0", "511-['a']"), out("0{'sid':'#'}"), CLOSED),
        row("leave and come back", in("0", "1", "0"), out("0{'sid':'#'}", "0{'sid':'#'}"), OPEN),
        row(
            "leave one of two",
            in("0", "0/b,", "1/b,", "2['echo',1]"),
            out("0{'sid':'#'}", "0/b,{'sid':'#'}", "2['echo',1]"),
            OPEN),
        row("leave twice", in("0", "1", "1"), out("0{'sid':'#'}"), CLOSED),
        row("event after leaving", in("0", "1", "2['a']"), out("0{'sid':'#'}"), CLOSED),
        row("event before joining", in("2['a']"), out(), CLOSED),
        row("ack before joining", in("30[]"), out(), CLOSED),
        row("leave before joining", in("1"), out(), CLOSED),
        row("event elsewhere", in("0", "2/b,['a']"), out("0{'sid':'#'}"), CLOSED),
        row("event to nothing", in("0", "2/x,['a']"), out("0{'sid':'#'}"), CLOSED),
        row("CONNECT_ERROR", in("0", "4{'message':'x'}"), out("0{'sid':'#'}"), CLOSED),
        row("no type", in("0", ""), out("0{'sid':'#'}"), CLOSED),
        row("unknown type", in("0", "7"), out("0{'sid':'#'}"), CLOSED),
        row("not JSON", in("0", "2['a'"), out("0{'sid':'#'}"), CLOSED),
        row("reserved name", in("0", "2['disconnect']"), out("0{'sid':'#'}"), CLOSED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("conversations")
  void conversation_goesAsTheReferenceSays(
      String name, String[] input, List<String> output, boolean closed) {
    FakeEngineSession session = play(input);

    assertThat(session.sent()).isEqualTo(output);
    assertThat(session.closing()).isEqualTo(closed);
  }

  @Test
  void event_withTheNameErrorOrANumber_isDelivered() {
    play("0", "2[\"error\"]", "2[1.5]");

    assertThat(heard).containsExactly("error", "1.5");
  }

  @Test
  void violation_endsEverySocketOfTheConnection_andNobodyElse() {
    FakeEngineSession bystander = server.connect();

    FakeEngineSession session = play("0", "0/b,", "2nonsense");

    assertThat(session.closing()).isTrue();
    assertThat(heard).containsExactlyInAnyOrder("/ forced close", "/b forced close");
    assertThat(bystander.closing()).isFalse();
    bystander.text("2[\"x\"]");
    assertThat(bystander.closing()).isFalse();
  }

  @Test
  void violation_ifTheSessionCannotBeClosedAtOnce_isAForcedServerClose() {
    server.of("/").onConnection(this::serve);
    FakeEngineSession session = server.connect();
    session.linger();

    session.text("2nonsense");
    server.executor.run();
    session.text("2[\"error\"]");
    server.executor.run();

    assertThat(heard).containsExactly("/ forced server close");
  }

  @Test
  void packet_thatCrossedOurDisconnect_isIgnored() {
    FakeEngineSession session = server.connect();
    Socket socket = server.join(session, "/b");

    socket.disconnect();
    session.text("2/b,[\"late\"]");
    session.text("3/b,0[]");
    session.text("1/b,");

    assertThat(session.closing()).isFalse();
    assertThat(session.sent()).containsExactly("1/b,");
    server.join(session, "/b");
    session.text("1/b,");
    session.text("2/b,[\"wrong\"]");
    assertThat(session.closing()).isTrue();
  }

  private static Arguments row(String name, String[] input, List<String> output, boolean closed) {
    return arguments(name, input, output, closed);
  }

  private static String[] in(String... messages) {
    return Arrays.stream(messages).map(ProtocolConductTest::quoted).toArray(String[]::new);
  }

  private static List<String> out(String... packets) {
    return Arrays.stream(packets).map(ProtocolConductTest::quoted).toList();
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
