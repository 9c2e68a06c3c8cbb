package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Limit;
import dev.socketee.spi.Emission;
import dev.socketee.test.ExpectedLogs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many events of other servers may wait. Source: reference 2.2, serverSideEmit. */
class ServerEventsTest {

  private final List<Integer> heard = new ArrayList<>();

  private TestServer server(ServerOptions.Builder options) {
    TestServer server = new TestServer(options.build());
    server.of("/").onServerEvent("x", (args, ack) -> heard.add(args.get(0, byte[].class).length));
    return server;
  }

  private static void receive(TestServer server, int bytes) {
    Emission event =
        new Emission("[\"x\",{\"_placeholder\":true,\"num\":0}]", List.of(new byte[bytes]));
    ((LocalNamespace) server.of("/")).sockets().serverSideEvent(event, null);
  }

  @Test
  void binaryData_countsAsBytesThatWait(ExpectedLogs logs) {
    logs.expect("\"x\" from another server of / was dropped: .*");
    TestServer server = server(ServerOptions.builder().mailboxBytes(1_000));

    receive(server, 600);
    receive(server, 601);
    receive(server, 100);
    server.executor.run();

    assertThat(heard).containsExactly(600, 100);
    assertThat(server.io.statistics().reached(Limit.MAILBOX)).isEqualTo(1);
  }

  @Test
  void event_forWhichThereIsNoThread_isCounted(ExpectedLogs logs) {
    logs.expect("\"x\" from another server of / was dropped: .*");
    TestServer server = server(ServerOptions.builder());
    server.executor.refuse(true);

    receive(server, 1);

    assertThat(server.io.statistics().reached(Limit.HANDLER_THREADS)).isEqualTo(1);
  }
}
