package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private static final int ROUNDS = 20_000;

  @Test
  void take_upToTheLimit_andAgainWhatIsFree() {
    Places places = new Places(2);

    assertThat(places.take()).isTrue();
    assertThat(places.take()).isTrue();
    assertThat(places.take()).isFalse();
    assertThat(places.take()).isFalse();
    places.free();
    assertThat(places.take()).isTrue();
    assertThat(places.take()).isFalse();
  }

  @Test
  void take_unlimited_isAlwaysPossible() {
    Places places = new Places(NamespaceOptions.UNLIMITED);

    for (int i = 0; i < 1000; i++) {
      assertThat(places.take()).isTrue();
    }
  }

  /**
   * One gives the only place back and wants it again, while another one asks: whoever is first, one
   * of them gets it. In each round both begin when the other is there.
   */
  @Test
  void take_whileOthersAreRefused_findsThePlaceThatIsFree()
      throws InterruptedException, ExecutionException, TimeoutException {
    Places places = new Places(1);
    AtomicInteger arrivals = new AtomicInteger();
    boolean[] got = new boolean[ROUNDS];
    int lost = 0;
    assertThat(places.take()).isTrue();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> asking =
          other.submit(
              () -> {
                for (int round = 0; round < ROUNDS; round++) {
                  meet(arrivals, 4 * round + 2);
                  got[round] = places.take();
                  meet(arrivals, 4 * round + 4);
                }
              });
      for (int round = 0; round < ROUNDS; round++) {
        meet(arrivals, 4 * round + 2);
        places.free();
        boolean again = places.take();
        meet(arrivals, 4 * round + 4);
        if (!again && !got[round]) {
          lost++;
          assertThat(places.take()).isTrue(); // for the next round
        }
      }
      asking.get(1, TimeUnit.MINUTES);
    } finally {
      other.shutdownNow();
    }

    assertThat(lost).isZero();
  }

  private static void meet(AtomicInteger arrivals, int all) {
    arrivals.incrementAndGet();
    for (int i = 0; arrivals.get() < all; i++) {
      if (i < 1000) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(1); // the other one may need this processor
      }
    }
  }
}
