package dev.socketee.jakarta.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.catalina.connector.AsyncContextImpl;
import org.junit.jupiter.api.Test;

class CompletionTest {

  private final Completion completion = new Completion();

  @Test
  void request_isCompletedAtOnce_whateverTheContainerThrows() {
    AsyncContextImpl request = new AsyncContextImpl() {};
    completion.leave();
    completion.of(request);

    assertThat(request.told()).containsExactly("complete");
  }

  @Test
  void request_ofPayaraOrGlassFish_isCompletedOnAnotherThread() {
    AsyncContextImpl request = new AsyncContextImpl();
    completion.leave();
    completion.of(request);
    assertThat(request.told()).containsExactly("start");
    request.started().run();

    assertThat(request.told()).containsExactly("start", "complete");
  }

  @Test
  void request_ofPayaraOrGlassFish_isCompletedAtOnceByItsServlet() {
    AsyncContextImpl request = new AsyncContextImpl();
    completion.of(request);

    assertThat(request.told()).containsExactly("complete");
  }
}
