package dev.socketee.jakarta.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.JRE.JAVA_20;
import static org.junit.jupiter.api.condition.JRE.JAVA_21;

import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ThreadOptions.Virtual;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class VirtualThreadsTest {

  @ParameterizedTest
  @CsvSource({
    "AUTO, 17, false",
    "AUTO, 21, false",
    "AUTO, 23, false",
    "AUTO, 24, true",
    "AUTO, 25, true",
    "ALWAYS, 21, true",
    "ALWAYS, 25, true",
    "NEVER, 17, false",
    "NEVER, 25, false"
  })
  void option_andVersionOfJava_decide(Virtual use, int java, boolean virtual) {
    assertThat(VirtualThreads.wanted(use, java)).isEqualTo(virtual);
  }

  @Test
  void always_onAJavaWithoutThem_isAnErrorOfTheConfiguration() {
    assertThatThrownBy(() -> VirtualThreads.wanted(Virtual.ALWAYS, 20))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "socketio.virtual-threads is true, but this is Java 20, and virtual threads exist from"
                + " Java 21 on: set it to auto, or remove it");
  }

  @Test
  @EnabledForJreRange(max = JAVA_20)
  void always_onThisJavaWithoutThem_isAnErrorOfTheConfiguration() {
    assertThatThrownBy(() -> VirtualThreads.executor(Virtual.ALWAYS, "x-"))
        .isInstanceOf(ConfigException.class);
  }

  @Test
  @EnabledForJreRange(min = JAVA_21)
  void always_onThisJava_isAVirtualThreadForEachTask() throws Exception {
    ExecutorService executor = VirtualThreads.executor(Virtual.ALWAYS, "x-").orElseThrow();
    try {
      Thread thread =
          CompletableFuture.supplyAsync(Thread::currentThread, executor)
              .orTimeout(30, TimeUnit.SECONDS)
              .join();

      assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
      assertThat(thread.getName()).isEqualTo("x-1");
    } finally {
      executor.shutdownNow();
    }
  }

  /** More than a pool would have threads, and far more than there are processors. */
  @Test
  @EnabledForJreRange(min = JAVA_21)
  void thousandsOfBlockedTasks_leaveRoomForTheOneThatFreesThem() {
    ExecutorService executor = VirtualThreads.executor(Virtual.ALWAYS, "x-").orElseThrow();
    try {
      CountDownLatch gate = new CountDownLatch(1);
      List<CompletableFuture<Boolean>> blocked =
          IntStream.range(0, 2_000)
              .mapToObj(i -> CompletableFuture.supplyAsync(() -> awaited(gate), executor))
              .toList();

      executor.execute(gate::countDown);

      assertThat(blocked)
          .allSatisfy(task -> assertThat(task.orTimeout(30, TimeUnit.SECONDS).join()).isTrue());
    } finally {
      executor.shutdownNow();
    }
  }

  private static boolean awaited(CountDownLatch gate) {
    try {
      return gate.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
