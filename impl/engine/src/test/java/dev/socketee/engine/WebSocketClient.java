package dev.socketee.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A WebSocket client of the engine, whether its WebSocket carries a session or is a candidate. */
final class WebSocketClient {

  private final FakeWebSocketChannel channel;
  private final WebSocketReceiver receiver;
  private final RecordingListener listener;
  private int heard;

  WebSocketClient(
      FakeWebSocketChannel channel, WebSocketReceiver receiver, RecordingListener listener) {
    this.channel = channel;
    this.receiver = receiver;
    this.listener = listener;
  }

  FakeWebSocketChannel channel() {
    return channel;
  }

  RecordingListener listener() {
    return listener;
  }

  EngineSession session() {
    return listener.session();
  }

  /** Sends text frames. */
  WebSocketClient says(String... frames) {
    for (String frame : frames) {
      receiver.onText(frame);
    }
    return this;
  }

  /** Sends a binary frame. */
  WebSocketClient says(byte[] frame) {
    receiver.onBinary(frame);
    return this;
  }

  /** Closes the WebSocket, as a client does. */
  void closes() {
    receiver.onClose();
  }

  /** A message goes past a limit that the container watches. */
  void exceeds(EngineLimit limit, String description) {
    receiver.onLimit(limit, description);
  }

  /** The WebSocket fails. */
  void fails(String description) {
    receiver.onError(description);
  }

  /** The first frame since the last look. */
  String next() {
    return channel.frames().get(heard++);
  }

  /** These frames came since the last look, and no others. */
  WebSocketClient hears(String... frames) {
    List<String> all = channel.frames();
    assertThat(all.subList(heard, all.size())).containsExactly(frames);
    assertThat(channel.overlaps()).as("sends at the same time").isZero();
    heard = all.size();
    return this;
  }

  WebSocketClient hearsNothing() {
    return hears();
  }

  /** The engine has not closed it. */
  WebSocketClient isOpen() {
    assertThat(channel.closeCodes()).as("close codes").isEmpty();
    return this;
  }

  /** The engine has closed it, once. */
  WebSocketClient isClosedWith(int code) {
    assertThat(channel.closeCodes()).as("close codes").containsExactly(code);
    return this;
  }
}
