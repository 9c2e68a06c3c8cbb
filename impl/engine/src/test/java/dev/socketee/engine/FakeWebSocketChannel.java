package dev.socketee.engine;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A container's WebSocket. Like the containers, it completes a send on the sender's stack, or later
 * on another, or never; or the send fails, or throws.
 */
final class FakeWebSocketChannel implements WebSocketChannel {

  /** How a send goes. */
  enum Mode {
    /** It is complete before it returns. */
    IMMEDIATE,
    /** It is complete when the test says so. */
    HELD,
    /** The callback is told of a failure. */
    FAILING,
    /** It throws, as Tomcat does when the WebSocket is closed. */
    THROWING,
    /** It is completed by the executor. */
    EXECUTED
  }

  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger overlaps = new AtomicInteger();
  private final List<String> frames = new CopyOnWriteArrayList<>();
  private final List<Integer> closeCodes = new CopyOnWriteArrayList<>();
  private volatile Mode mode = Mode.IMMEDIATE;
  private volatile SendCallback held;
  private volatile Executor executor;
  private volatile Runnable onSend = () -> {};
  private volatile Runnable onClose = () -> {};

  FakeWebSocketChannel mode(Mode value) {
    mode = value;
    return this;
  }

  FakeWebSocketChannel executedBy(Executor value) {
    executor = value;
    return mode(Mode.EXECUTED);
  }

  /** Runs whenever the engine sends something, before that is complete. */
  FakeWebSocketChannel onSend(Runnable action) {
    onSend = action;
    return this;
  }

  /** Runs whenever the engine closes it. */
  FakeWebSocketChannel onClose(Runnable action) {
    onClose = action;
    return this;
  }

  @Override
  public void sendText(String text, SendCallback callback) {
    send(text, callback);
  }

  @Override
  public void sendBinary(byte[] bytes, SendCallback callback) {
    send("<" + HexFormat.of().formatHex(bytes) + ">", callback);
  }

  private void send(String frame, SendCallback callback) {
    if (inFlight.incrementAndGet() != 1) {
      overlaps.incrementAndGet();
    }
    Mode how = mode;
    if (how == Mode.THROWING) {
      inFlight.decrementAndGet();
      throw new IllegalStateException("the WebSocket session has been closed");
    }
    if (how == Mode.FAILING) {
      done(callback, new IllegalStateException("broken pipe"));
      return;
    }
    frames.add(frame);
    onSend.run();
    switch (how) {
      case HELD -> held = callback;
      case EXECUTED -> executor.execute(() -> done(callback, null));
      default -> done(callback, null);
    }
  }

  private void done(SendCallback callback, Throwable failure) {
    inFlight.decrementAndGet();
    callback.onSent(failure);
  }

  /** Completes the send that is held. */
  void complete() {
    SendCallback callback = held;
    held = null;
    done(callback, null);
  }

  /** Fails the send that is held. */
  void fail() {
    SendCallback callback = held;
    held = null;
    done(callback, new IllegalStateException("broken pipe"));
  }

  boolean holdsSend() {
    return held != null;
  }

  @Override
  public void close(int code, String reason) {
    closeCodes.add(code);
    onClose.run();
  }

  /** What was sent: text as it is, bytes in hexadecimal between angle brackets. */
  List<String> frames() {
    return frames;
  }

  /** The codes that it was closed with, one for each time. */
  List<Integer> closeCodes() {
    return closeCodes;
  }

  /** How often a send began while another was in flight. */
  int overlaps() {
    return overlaps.get();
  }
}
