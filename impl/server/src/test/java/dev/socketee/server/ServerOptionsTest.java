package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.spi.AdapterFactory;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
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
            .joinsPerSecond(11)
            .format(WireFormat.MSGPACK)
            .adapter(OWN)
            .recovery(new RecoveryOptions(true, Duration.ofMillis(3), true, 1, 2, 3))
            .build();

    ServerOptions copy = options.toBuilder().build();

    for (RecordComponent component : ServerOptions.class.getRecordComponents()) {
      Object value = component.getAccessor().invoke(options);
      assertThat(value)
          .as(component.getName())
          .isNotEqualTo(component.getAccessor().invoke(ServerOptions.DEFAULT))
          .isEqualTo(component.getAccessor().invoke(copy));
    }
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
