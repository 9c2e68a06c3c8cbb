package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.spi.AdapterFactory;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  private static final AdapterFactory OWN = factory();
  private static final AdapterFactory SHARED = factory();

  private static AdapterFactory factory() {
    return sockets -> {
      throw new UnsupportedOperationException("not called by this test");
    };
  }

  /** Fails, too, for an option that is new and for which nobody has written a value here. */
  @Test
  void toBuilder_keepsEveryOption() throws ReflectiveOperationException {
    ServerOptions options =
        ServerOptions.builder()
            .connectTimeout(Duration.ofMillis(1))
            .decoderLimits(new DecoderLimits(1, 2, 3, 4))
            .attachmentTimeout(Duration.ofMillis(2))
            .mailboxEvents(3)
            .mailboxBytes(4)
            .mailboxOverflow(MailboxOverflow.DROP_OLDEST)
            .namespacesPerConnection(5)
            .pendingAcks(6)
            .childNamespaces(7)
            .childNamespacesPerConnection(8)
            .cleanupEmptyChildNamespaces(true)
            .roomsPerSocket(9)
            .eventsPerSecond(10)
            .maxSockets(12)
            .namespaces(List.of(new NamespaceTable.Rule("/a"::equals, own -> own.maxSockets(1))))
            .joinsPerSecond(11)
            .format(WireFormat.MSGPACK)
            .adapter(OWN)
            .recovery(new RecoveryOptions(true, Duration.ofMillis(3), true, 1, 2, 3))
            .build();

    ServerOptions copy = options.toBuilder().build();

    assertThat(copy).isEqualTo(options);
    assertAllSet(ServerOptions.class, options, ServerOptions.DEFAULT);
    assertAllSet(NamespaceOptions.class, options.namespaces().all(), NamespaceOptions.DEFAULT);
  }

  private static <R extends Record> void assertAllSet(Class<R> type, R options, R defaults)
      throws ReflectiveOperationException {
    for (RecordComponent component : type.getRecordComponents()) {
      assertThat(component.getAccessor().invoke(options))
          .as(component.getName())
          .isNotEqualTo(component.getAccessor().invoke(defaults));
    }
  }

  @Test
  void namespaces_ofSeveralRules_haveTheLastOneThatSaysSomething() {
    NamespaceTable table =
        new NamespaceTable(
            NamespaceOptions.builder().pendingAcks(7).build(),
            List.of(
                new NamespaceTable.Rule(
                    name -> name.startsWith("/t/"), own -> own.maxSockets(1).roomsPerSocket(2)),
                new NamespaceTable.Rule("/t/a"::equals, own -> own.maxSockets(3))));

    assertThat(table.of("/")).isEqualTo(table.all());
    assertThat(table.of("/t/b"))
        .isEqualTo(table.all().toBuilder().maxSockets(1).roomsPerSocket(2).build());
    assertThat(table.of("/t/a"))
        .isEqualTo(table.all().toBuilder().maxSockets(3).roomsPerSocket(2).build());
  }

  @Test
  void orAdapter_ofNone_takesIt_andNothingElseChanges() {
    ServerOptions options = ServerOptions.builder().pendingAcks(7).roomsPerSocket(8).build();

    assertThat(options.orAdapter(SHARED))
        .isEqualTo(
            ServerOptions.builder().pendingAcks(7).roomsPerSocket(8).adapter(SHARED).build());
  }

  @Test
  void orAdapter_ofOne_keepsIt() {
    assertThat(ServerOptions.builder().adapter(OWN).build().orAdapter(SHARED).adapter())
        .isSameAs(OWN);
  }
}
