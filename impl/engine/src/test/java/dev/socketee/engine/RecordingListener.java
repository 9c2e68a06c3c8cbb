package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The layer above: writes down what it is told of one session. */
final class RecordingListener implements SessionListener {

  private final EngineSession session;
  private final Queue<String> messages = new ConcurrentLinkedQueue<>();
  private final Queue<String> closes = new ConcurrentLinkedQueue<>();
  private final Queue<TransportName> carriers = new ConcurrentLinkedQueue<>();
  private volatile Consumer<String> onText = text -> {};
  private volatile Runnable onClose = () -> {};

  RecordingListener(EngineSession session) {
    this.session = session;
  }

  EngineSession session() {
    return session;
  }

  /** Does more with a message than to write it down. */
  void onText(Consumer<String> action) {
    onText = action;
  }

  /** Does more with the end than to write it down. */
  void onClose(Runnable action) {
    onClose = action;
  }

  @Override
  public void onText(String data, TransportName carrier) {
    messages.add(data);
    carriers.add(carrier);
    onText.accept(data);
  }

  @Override
  public void onBinary(byte[] data, TransportName carrier) {
    carriers.add(carrier);
    messages.add("<" + HexFormat.of().formatHex(data) + ">");
  }

  @Override
  public void onClose(CloseReason reason, String description) {
    closes.add(description == null ? reason.name() : reason + ": " + description);
    onClose.run();
  }

  /** All messages so far: text as it is, bytes in hexadecimal between angle brackets. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  /** What has brought the messages, one by one. */
  List<TransportName> carriers() {
    return List.copyOf(carriers);
  }

  /** All ends so far: the reason, and the description if there is one. */
  List<String> closes() {
    return List.copyOf(closes);
  }

  void received(String... expected) {
    assertThat(messages).containsExactly(expected);
  }

  /** The session goes on. */
  void isOpen() {
    assertThat(closes).as("closes").isEmpty();
    assertThat(session.closed()).isFalse();
  }

  /** The session is over: it was told so once, with this reason and any description. */
  void closedBy(CloseReason reason) {
    assertThat(closes).as("closes").singleElement().asString().startsWith(reason.name());
    assertThat(session.closed()).isTrue();
  }

  /** The session is over: it was told so once, with this reason and description. */
  void closedBy(CloseReason reason, String description) {
    assertThat(closes).as("closes").containsExactly(reason + ": " + description);
    assertThat(session.closed()).isTrue();
  }
}
