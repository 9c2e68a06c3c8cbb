package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A request and what became of it. The body arrives at once, or when a test says so. */
final class FakeExchange implements HttpExchange {

  private static final String SEPARATOR = "\u001e";

  private final FakeRequest request;
  private final AtomicReference<HttpResponse> response = new AtomicReference<>();
  private Runnable onRespond = () -> {};
  private byte[] body;
  private int limit;
  private volatile BodyReceiver receiver;
  private volatile Runnable onAbort;

  FakeExchange(FakeRequest request) {
    this.request = request;
  }

  @Override
  public FakeRequest request() {
    return request;
  }

  // --- what the client does

  FakeExchange with(String header, String value) {
    request.with(header, value);
    return this;
  }

  FakeExchange withBody(byte[] bytes) {
    body = bytes;
    return this;
  }

  FakeExchange withPackets(String... packets) {
    return withBody(String.join(SEPARATOR, packets).getBytes(StandardCharsets.UTF_8));
  }

  /** Runs when the response is handed over; the client has it then. */
  FakeExchange onRespond(Runnable action) {
    onRespond = action;
    return this;
  }

  /** The client goes away. */
  void abort() {
    BodyReceiver reading = receiver;
    Runnable action = onAbort;
    if (reading != null) {
      reading.onAborted();
    } else if (action != null && response.get() == null) {
      action.run();
    }
  }

  /** The rest of the body arrives. */
  void bodyArrives(String... packets) {
    withPackets(packets).deliver();
  }

  // --- what the engine does

  @Override
  public void respond(HttpResponse given) {
    if (response.compareAndSet(null, given)) {
      onRespond.run();
    }
  }

  @Override
  public void readBody(int maximum, BodyReceiver target) {
    limit = maximum;
    receiver = target;
    if (body != null) {
      deliver();
    }
  }

  private void deliver() {
    BodyReceiver target = receiver;
    receiver = null;
    if (target == null) {
      return; // the engine has refused the request: nobody reads this
    }
    if (body.length > limit) {
      target.onTooLarge();
    } else {
      target.onBody(body);
    }
  }

  @Override
  public void onAbort(Runnable action) {
    onAbort = action;
  }

  // --- what a test asks

  boolean answered() {
    return response.get() != null;
  }

  HttpResponse response() {
    assertThat(response.get()).as("the response").isNotNull();
    return response.get();
  }

  String text() {
    return new String(response().body(), StandardCharsets.UTF_8);
  }

  List<String> packets() {
    return List.of(text().split(SEPARATOR, -1));
  }

  String responseHeader(String name) {
    return response().headers().get(name);
  }

  void isWaiting() {
    assertThat(response.get()).as("the response").isNull();
  }

  FakeExchange answers(int status, String text) {
    assertThat(response().status()).as("status").isEqualTo(status);
    assertThat(text()).as("body").isEqualTo(text);
    return this;
  }

  /** It is a poll, answered with these packets. */
  FakeExchange carries(String... packets) {
    assertThat(response().status()).as("status").isEqualTo(200);
    assertThat(packets()).containsExactly(packets);
    return this;
  }
}
