package dev.socketee.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.junit.SocketIOTest.Lifecycle;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** When servers start and end; of test classes that are run within these tests. */
class LifecycleTest {

  private static final List<EmbeddedSocketIO> SERVERS = new ArrayList<>();
  private static final List<String> DESTROYED = new ArrayList<>();

  @BeforeEach
  void forget() {
    SERVERS.clear();
    DESTROYED.clear();
  }

  /** Something that belongs to whoever it is injected into. */
  @Dependent
  static class Belonging {

    @PreDestroy
    void end() {
      DESTROYED.add("belonging");
    }
  }

  /** The tests of the two lifecycles. */
  abstract static class Two {

    @Inject EmbeddedSocketIO field;
    @Inject Belonging belonging;

    @BeforeEach
    void each(EmbeddedSocketIO server) {
      assertThat(server).isSameAs(field);
    }

    @Test
    void first(EmbeddedSocketIO server, Counter counter) {
      use(server, counter);
    }

    @Test
    void second(EmbeddedSocketIO server, Counter counter) {
      use(server, counter);
    }

    private void use(EmbeddedSocketIO server, Counter counter) {
      assertThat(server).isSameAs(field);
      assertThat(server.isClosed()).isFalse();
      assertThat(belonging).isNotNull();
      counter.count();
      SERVERS.add(server);
    }
  }

  @SocketIOTest(beans = {Counter.class, Belonging.class})
  static class PerClassCase extends Two {}

  @SocketIOTest(
      beans = {Counter.class, Belonging.class},
      lifecycle = Lifecycle.PER_METHOD)
  static class PerMethodCase extends Two {}

  @SocketIOTest(lifecycle = Lifecycle.PER_METHOD)
  static class TooEarlyCase {

    @BeforeAll
    static void early(URI uri) {
      assertThat(uri).isNull();
    }

    @Test
    void never() {}
  }

  @SocketIOTest(options = "ping-interval")
  static class NoValueCase {

    @Test
    void never() {}
  }

  @SocketIOTest
  static class NoBeanCase {

    @Test
    void never(Counter unknown) {
      assertThat(unknown).isNull();
    }
  }

  @Test
  void server_perClass_isOneForAllTests() {
    run(PerClassCase.class).testEvents().assertStatistics(all -> all.succeeded(2));

    assertThat(SERVERS).hasSize(2).allMatch(EmbeddedSocketIO::isClosed);
    assertThat(SERVERS.get(0)).isSameAs(SERVERS.get(1));
    assertThat(DESTROYED).hasSize(2);
  }

  @Test
  void server_perMethod_isAnotherForEachTest() {
    run(PerMethodCase.class).testEvents().assertStatistics(all -> all.succeeded(2));

    assertThat(SERVERS).doesNotHaveDuplicates().hasSize(2).allMatch(EmbeddedSocketIO::isClosed);
    assertThat(DESTROYED).hasSize(2);
  }

  @Test
  void parameter_beforeTheServerIsThere_isExplained() {
    assertFailure(TooEarlyCase.class, "there is no server here: with lifecycle PER_METHOD");
  }

  @Test
  void option_withoutValue_isExplained() {
    assertFailure(
        NoValueCase.class, "an option is written as \"key=value\", not \"ping-interval\"");
  }

  @Test
  void parameter_thatIsNoBean_isLeftToOthers() {
    assertFailure(NoBeanCase.class, "No ParameterResolver registered");
  }

  private static void assertFailure(Class<?> test, String text) {
    run(test)
        .allEvents()
        .assertThatEvents()
        .haveExactly(1, event(finishedWithFailure(message(found -> found.contains(text)))));
  }

  private static EngineExecutionResults run(Class<?> test) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute();
  }
}
