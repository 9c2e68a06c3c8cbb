package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.engine.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who has the last word on a CONNECT. */
class GuardTest {

  private static final Pattern PID = Pattern.compile("\"pid\":\"([^\"]*)\"");
  private static final Pattern OFFSET = Pattern.compile("\\[\"news\",\"([^\"]*)\"");

  private final List<String> asked = new ArrayList<>();

  @Test
  void guard_isAsked_afterMiddlewareThatIsRegisteredLater() {
    TestServer server = new TestServer();
    server.io.guard(server.of("/"), socket -> asked.add("guard"));
    server.of("/").use(socket -> asked.add("middleware"));
    server.connect();

    assertThat(asked).containsExactly("middleware", "guard");
  }

  @Test
  void guard_isNotAsked_afterARefusal() {
    TestServer server = new TestServer();
    server.io.guard(server.of("/"), socket -> asked.add("guard"));
    server
        .of("/")
        .use(
            socket -> {
              throw new ConnectionRefusedException("no");
            });
    FakeEngineSession session = server.open();
    session.text("0");
    server.executor.run();

    assertThat(asked).isEmpty();
  }

  @Test
  void guard_ofAParent_isThatOfItsChildren() {
    TestServer server = new TestServer();
    server.io.guard(
        server.io.of(Pattern.compile("/rooms/\\d+")),
        socket -> {
          throw new ConnectionRefusedException("not into " + socket.namespaceName());
        });
    FakeEngineSession session = server.open();
    session.text("0/rooms/7,");
    server.executor.run();

    assertThat(session.sent()).containsExactly("4/rooms/7,{\"message\":\"not into /rooms/7\"}");
  }

  /** Rights that are said to hold for a namespace are not to be had by an old session. */
  @Test
  void guard_isAskedAboutARecoveredSocket_ofWhichTheMiddlewareIsNot() {
    TestServer server =
        new TestServer(
            ServerOptions.builder()
                .recovery(new RecoveryOptions(true, Duration.ofMinutes(1), true, 10, 1000, 10))
                .build());
    AtomicBoolean open = new AtomicBoolean(true);
    server.of("/").use(socket -> asked.add("middleware"));
    server.io.guard(
        server.of("/"),
        socket -> {
          asked.add("guard " + socket.recovered());
          if (!open.get()) {
            throw new ConnectionRefusedException("no more");
          }
        });
    FakeEngineSession first = server.open();
    first.text("0");
    server.executor.run();
    server.of("/").emit("news");
    String sent =
        String.join(" ", first.packets().stream().map(frames -> frames.get(0).text()).toList());
    first.end(CloseReason.TRANSPORT_ERROR, null);
    open.set(false);

    FakeEngineSession second = server.open();
    second.text("0{\"pid\":\"" + in(sent, PID) + "\",\"offset\":\"" + in(sent, OFFSET) + "\"}");
    server.executor.run();

    assertThat(asked).containsExactly("middleware", "guard false", "guard true");
    assertThat(second.sent()).containsExactly("4{\"message\":\"no more\"}");
  }

  private static String in(String text, Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
