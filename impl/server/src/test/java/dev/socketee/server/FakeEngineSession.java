package dev.socketee.server;

import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineProtocol;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.SessionObserver;
import dev.socketee.engine.TransportName;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A connection that records what is sent, and lets a test speak for the client and the engine. */
final class FakeEngineSession implements EngineSession {

  private final EngineRequest request;
  private final Queue<List<EngineFrame>> sent = new ConcurrentLinkedQueue<>();
  private final List<List<EngineFrame>> written = new CopyOnWriteArrayList<>();
  private SessionListener listener;
  private volatile SessionObserver observer;
  private volatile TransportName transport = TransportName.WEBSOCKET;
  private volatile boolean writable = true;
  private volatile boolean lingering;
  private volatile boolean closing;
  private volatile boolean closed;
  private volatile Runnable nextSend = () -> {};

  FakeEngineSession(EngineRequest request) {
    this.request = request;
  }

  // ---- as the engine

  void open(SocketIOServer server) {
    listener = server.accept(this);
  }

  /** A text message of the client. */
  void text(String data) {
    text(data, transport);
  }

  /** One that is brought by what need not carry the session any more. */
  void text(String data, TransportName carrier) {
    listener.onText(data, carrier);
  }

  /** A binary message of the client. */
  void binary(int... data) {
    byte[] bytes = new byte[data.length];
    for (int i = 0; i < data.length; i++) {
      bytes[i] = (byte) data[i];
    }
    listener.onBinary(bytes, transport);
  }

  /** The end of the connection. */
  void end(CloseReason reason, @Nullable String description) {
    closed = true;
    listener.onClose(reason, description);
  }

  /** Has messages come another way. */
  void transport(TransportName value) {
    transport = value;
  }

  /** Like a poll that is not pending, or a send in flight. */
  void writable(boolean value) {
    writable = value;
  }

  /** Does something once, after the next message was taken and before the call returns. */
  void onNextSend(Runnable action) {
    nextSend = action;
  }

  /** Makes {@link #close()} wait for {@link #end}. */
  void linger() {
    lingering = true;
  }

  /** Who watches; {@code null} if nobody does. */
  SessionObserver observer() {
    return observer;
  }

  /** Whether the server has asked for the end. */
  boolean closing() {
    return closing;
  }

  /** What was sent since the last call: the packets of Socket.IO, attachments in hex. */
  List<String> sent() {
    List<String> all = packets().stream().flatMap(List::stream).map(this::show).toList();
    sent.clear();
    return all;
  }

  /** What was sent, as it was. */
  List<List<EngineFrame>> packets() {
    return List.copyOf(sent);
  }

  private String show(EngineFrame frame) {
    return frame.isBinary()
        ? HexFormat.of().formatHex(frame.binary())
        : frame.text().substring(1).replaceAll("\"sid\":\"[\\w-]{20}\"", "\"sid\":\"#\"");
  }

  // ---- as the server sees it

  @Override
  public String id() {
    return "a secret of 20 chars";
  }

  @Override
  public EngineRequest request() {
    return request;
  }

  @Override
  public EngineProtocol protocol() {
    return "3".equals(request.query().get("EIO")) ? EngineProtocol.V3 : EngineProtocol.V4;
  }

  @Override
  public TransportName transport() {
    return transport;
  }

  @Override
  public boolean closed() {
    return closed;
  }

  @Override
  public boolean writable() {
    return writable;
  }

  @Override
  public void observe(SessionObserver newObserver) {
    observer = newObserver;
  }

  @Override
  public void send(List<EngineFrame> frames) {
    if (take(frames)) {
      nextSend();
    }
  }

  private boolean take(List<EngineFrame> frames) {
    return !closing && !closed && sent.add(frames);
  }

  private void nextSend() {
    Runnable action = nextSend;
    nextSend = () -> {};
    action.run();
  }

  @Override
  public boolean enqueue(List<EngineFrame> frames) {
    return take(frames);
  }

  @Override
  public void writeQueued(List<EngineFrame> frames) {
    written.add(frames);
    nextSend();
  }

  /** What was to be written, having been enqueued. */
  List<List<EngineFrame>> written() {
    return written;
  }

  @Override
  public boolean sendVolatile(List<EngineFrame> frames) {
    if (writable) {
      send(frames);
    }
    return writable;
  }

  @Override
  public void close() {
    closing = true;
    if (!lingering && !closed) {
      closed = true;
      if (listener != null) {
        listener.onClose(CloseReason.FORCED_CLOSE, null);
      }
    }
  }

  @Override
  public void revoke(String description) {
    end(CloseReason.REVOKED, description);
  }
}
