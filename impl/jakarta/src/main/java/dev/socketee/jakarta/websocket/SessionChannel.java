package dev.socketee.jakarta.websocket;

import dev.socketee.engine.WebSocketChannel;
import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends over the container's WebSocket. The engine sees to it that one send is in flight at most.
 * Whoever closes it does not wait for the container, which may take its time.
 */
final class SessionChannel implements WebSocketChannel, SendHandler {

  /** RFC 6455, section 7.4.1: a message too big to process. */
  static final int TOO_BIG = 1009;

  /** RFC 6455, section 7.4.1: a message that violates a policy. */
  static final int POLICY = 1008;

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.websocket");

  /** How long a peer that does not answer the close frame keeps its connection, in milliseconds. */
  private static final long CLOSE_LINGER = 30_000;

  /**
   * Tomcat holds up who closes a session until the send in flight has ended, for 20 s by default.
   * After this time it cuts the connection, which a peer that does not read deserves. Other
   * containers have no use for the property.
   */
  private static final String TOMCAT_TIMEOUT = "org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT";

  /** For the above, in milliseconds: enough for who reads. */
  private static final Long CLOSE_TIMEOUT = 50L;

  private final Session session;
  private final RemoteEndpoint.Async remote;
  private final Executor closing;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** That of the send in flight. Always the same object for one channel, in fact. */
  private volatile SendCallback callback = failure -> {};

  private volatile boolean sending;

  /**
   * The channel of a session.
   *
   * @param closing where it is closed
   */
  SessionChannel(Session session, Executor closing) {
    this.session = session;
    this.closing = closing;
    this.remote = session.getAsyncRemote();
  }

  @Override
  public void sendText(String text, SendCallback whenSent) {
    callback = whenSent;
    sending = true;
    try {
      remote.sendText(text, this);
    } catch (RuntimeException e) {
      sending = false;
      whenSent.onSent(e);
    }
  }

  @Override
  public void sendBinary(byte[] bytes, SendCallback whenSent) {
    callback = whenSent;
    sending = true;
    try {
      remote.sendBinary(ByteBuffer.wrap(bytes), this);
    } catch (RuntimeException e) {
      sending = false;
      whenSent.onSent(e);
    }
  }

  @Override
  public void onResult(SendResult result) {
    sending = false;
    callback.onSent(
        result.isOK() || result.getException() != null
            ? result.getException()
            : new IOException("the container does not say why"));
  }

  @Override
  public void close(int code, String reason) {
    if (closed.compareAndSet(false, true)) {
      closing.execute(() -> closeNow(code, reason));
    }
  }

  private void closeNow(int code, String reason) {
    try {
      session.setMaxIdleTimeout(CLOSE_LINGER);
      if (sending) {
        session.getUserProperties().put(TOMCAT_TIMEOUT, CLOSE_TIMEOUT);
      }
      session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code), reason));
    } catch (IOException | RuntimeException e) {
      // Closed by the peer already, in one of the ways that containers have to say so.
      LOG.log(Level.DEBUG, "not closed: {0}", e.toString());
    }
  }
}
