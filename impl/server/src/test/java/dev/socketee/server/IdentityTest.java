package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.socketee.AccessRefusedException;
import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.engine.CloseReason;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who is at the other end of a socket, and what that one may be. */
class IdentityTest {

  private static final Principal ALICE = () -> "alice";
  private static final Principal BOB = () -> "bob";

  private final TestServer server = new TestServer();

  private Socket connect(FakeRequest handshake) {
    return server.join(server.open(handshake), "/");
  }

  @Test
  void caller_ofTheRequest_isThatOfSocketAndHandshake() {
    Socket socket = connect(FakeRequest.PLAIN.by(ALICE, "admin"));

    assertThat(socket.principal()).containsSame(ALICE);
    assertThat(socket.handshake().principal()).containsSame(ALICE);
    assertThat(socket.isUserInRole("admin")).isTrue();
    assertThat(socket.handshake().isUserInRole("admin")).isTrue();
    assertThat(socket.isUserInRole("guest")).isFalse();
    assertThat(socket.handshake().isUserInRole("guest")).isFalse();
  }

  @Test
  void anonymous_hasNoRoles() {
    Socket socket = connect(FakeRequest.PLAIN);

    assertThat(socket.principal()).isEmpty();
    assertThat(socket.isUserInRole("admin")).isFalse();
    assertThat(socket.isUserInRole("**")).isFalse();
    assertThat(socket.handshake().isUserInRole("**")).isFalse();
  }

  @Test
  void twoStars_areEveryCaller() {
    Socket socket = connect(FakeRequest.PLAIN.by(ALICE));

    assertThat(socket.isUserInRole("**")).isTrue();
    assertThat(socket.handshake().isUserInRole("**")).isTrue();
  }

  @Test
  void identify_inMiddleware_isWhoItIs_fromThenOn() {
    List<String> seen = new ArrayList<>();
    server
        .of("/")
        .use(
            socket -> {
              List<String> roles = new ArrayList<>(List.of("editor"));
              socket.identify(BOB, roles);
              roles.add("admin");
            })
        .use(socket -> seen.add(socket.principal().orElseThrow().getName()));

    Socket socket = connect(FakeRequest.PLAIN.by(ALICE, "admin"));

    assertThat(seen).containsExactly("bob");
    assertThat(socket.principal()).containsSame(BOB);
    assertThat(socket.isUserInRole("editor")).isTrue();
    assertThat(socket.isUserInRole("**")).isTrue();
    assertThat(socket.isUserInRole("admin")).isFalse();
    assertThat(socket.handshake().principal()).containsSame(ALICE);
    assertThat(socket.handshake().isUserInRole("admin")).isTrue();
  }

  @Test
  void identify_holdsForOneSocketOfTheConnection() {
    server.of("/").use(socket -> socket.identify(BOB, List.of("editor")));
    FakeEngineSession session = server.open(FakeRequest.PLAIN);

    Socket known = server.join(session, "/");
    Socket unknown = server.join(session, "/other");

    assertThat(known.principal()).containsSame(BOB);
    assertThat(unknown.principal()).isEmpty();
  }

  @Test
  void identify_again_takesThePlaceOfTheFirst() {
    server.of("/").use(socket -> socket.identify(BOB, List.of("editor")));
    server.of("/").use(socket -> socket.identify(ALICE, List.of()));

    Socket socket = connect(FakeRequest.PLAIN);

    assertThat(socket.principal()).containsSame(ALICE);
    assertThat(socket.isUserInRole("editor")).isFalse();
  }

  @Test
  void identify_accepted_isTooLate() {
    Socket socket = connect(FakeRequest.PLAIN.by(ALICE));

    assertThatIllegalStateException()
        .isThrownBy(() -> socket.identify(BOB, List.of()))
        .withMessageContaining("@OnConnect");
    assertThat(socket.principal()).containsSame(ALICE);
  }

  @Test
  void identify_inConnectionListener_isTooLate() {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    server
        .of("/")
        .onConnection(
            socket -> {
              socket.onError(failure::set);
              socket.identify(BOB, List.of());
            });

    Socket socket = connect(FakeRequest.PLAIN);

    assertThat(failure.get()).isInstanceOf(IllegalStateException.class);
    assertThat(socket.principal()).isEmpty();
  }

  /** What a client does must not fail the code that decides on it. */
  @Test
  void identify_clientIsGone_isNoMistake() {
    List<String> ends = new ArrayList<>();
    FakeEngineSession session = server.open(FakeRequest.PLAIN);
    server
        .of("/")
        .use(
            socket -> {
              socket.onDisconnect(
                  (reason, description) ->
                      ends.add(socket.principal().orElseThrow().getName() + " " + reason));
              session.end(CloseReason.TRANSPORT_CLOSE, null);
              socket.identify(BOB, List.of());
            });
    session.text("0");
    server.executor.run();

    assertThat(ends).containsExactly("bob " + DisconnectReason.TRANSPORT_CLOSE);
  }

  @Test
  void refusal_byMiddleware_tellsTheClientWhy_andLogsNothing() {
    server
        .of("/")
        .use(
            socket -> {
              throw new AccessRefusedException("secret", socket.principal().isPresent());
            });
    FakeEngineSession anonymous = server.open();
    FakeEngineSession known = server.open(FakeRequest.PLAIN.by(ALICE));
    anonymous.text("0");
    known.text("0");
    server.executor.run();

    assertThat(anonymous.sent()).containsExactly("4{\"message\":\"Unauthorized\"}");
    assertThat(known.sent()).containsExactly("4{\"message\":\"Forbidden\"}");
  }

  @Test
  void refusal_byListener_isTheAcknowledgement_andLogsNothing() {
    server
        .of("/")
        .onConnection(
            socket ->
                socket.on(
                    "kick",
                    (args, ack) -> {
                      throw new AccessRefusedException("secret", true);
                    }));
    FakeEngineSession session = server.connect();
    session.text("27[\"kick\"]");
    server.executor.run();

    assertThat(session.sent()).containsExactly("37[{\"message\":\"Forbidden\"}]");
  }

  @Test
  void identify_withoutName_isRefused() {
    List<Throwable> thrown = new ArrayList<>();
    server
        .of("/")
        .use(
            socket ->
                assertThatIllegalArgumentException()
                    .isThrownBy(() -> socket.identify(() -> null, List.of()))
                    .satisfies(thrown::add));

    connect(FakeRequest.PLAIN);

    assertThat(thrown).hasSize(1);
  }
}
