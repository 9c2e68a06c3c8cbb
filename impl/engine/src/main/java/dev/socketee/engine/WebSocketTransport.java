package dev.socketee.engine;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that carries a session, or is a candidate to do so. One frame is in flight at most:
 * the session's lock guards {@link #busy} and {@link #claimed}.
 */
final class WebSocketTransport implements Transport, WebSocketReceiver {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");

  private final LiveSession session;
  private final WebSocketChannel channel;

  /** Allocated once: a send needs no object of its own. */
  private final WebSocketChannel.SendCallback callback = this::sent;

  private boolean busy;
  private boolean retired;
  private @Nullable EngineFrame claimed;

  WebSocketTransport(LiveSession session, WebSocketChannel channel) {
    this.session = session;
    this.channel = channel;
  }

  @Override
  public TransportName name() {
    return TransportName.WEBSOCKET;
  }

  @Override
  public boolean writable() {
    return !busy && !retired;
  }

  @Override
  public void claim(Outbox outbox) {
    claimed = outbox.poll();
    busy = true;
  }

  /** Claims a frame that is not the session's: the answer to a probe. Lock held. */
  void claim(EngineFrame frame) {
    claimed = frame;
    busy = true;
  }

  @Override
  public void release() {
    busy = false;
  }

  @Override
  public boolean writing() {
    return busy;
  }

  @Override
  public void write() {
    EngineFrame frame = claimed;
    claimed = null;
    try {
      if (frame == null) {
        session.written(this);
      } else {
        session.dialect().send(frame, channel, callback);
      }
    } catch (RuntimeException e) {
      // Containers throw for a WebSocket that was closed meanwhile.
      LOG.log(Level.DEBUG, "sending on a websocket failed", e);
      sent(e);
    }
  }

  private void sent(@Nullable Throwable failure) {
    if (failure == null) {
      session.written(this);
    } else {
      session.lost(this, CloseReason.TRANSPORT_ERROR, "websocket send failed: " + failure);
    }
  }

  @Override
  public Runnable retire(List<EngineFrame> lastWords, int closeCode) {
    retired = true;
    return () -> close(channel, closeCode);
  }

  /** Closes a WebSocket; one that cannot be closed any more is as good as closed. */
  static void close(WebSocketChannel channel, int closeCode) {
    try {
      channel.close(closeCode, "");
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "closing a websocket failed", e);
    }
  }

  @Override
  public void onText(String text) {
    receive(() -> session.dialect().text(text));
  }

  @Override
  public void onBinary(byte[] bytes) {
    receive(() -> session.dialect().binary(bytes));
  }

  private void receive(Supplier<EnginePacket> frame) {
    EnginePacket packet;
    try {
      packet = frame.get();
    } catch (ProtocolException e) {
      session.malformed(this, e);
      return;
    }
    session.receive(this, packet);
  }

  @Override
  public void onClose() {
    session.lost(this, CloseReason.TRANSPORT_CLOSE, null);
  }

  @Override
  public void onLimit(EngineLimit limit, String description) {
    session.exceeded(this, limit, description);
  }

  @Override
  public void onError(@Nullable String description) {
    session.lost(this, CloseReason.TRANSPORT_ERROR, description);
  }
}
