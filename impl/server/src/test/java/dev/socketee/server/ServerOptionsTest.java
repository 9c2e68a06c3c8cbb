package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.spi.AdapterFactory;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  private static final AdapterFactory OWN = factory();
  private static final AdapterFactory SHARED = factory();

  private static AdapterFactory factory() {
    return sockets -> {
      throw new UnsupportedOperationException("not called by this test");
    };
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
