package dev.socketee.jakarta.http;

import dev.socketee.engine.http.HttpExchange.BodyReceiver;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body as it arrives, keeps it up to its limit, and reads over the rest. A slow sender
 * costs no thread. The container calls one method at a time.
 */
final class BodyReader implements ReadListener {

  private static final int CHUNK = 8 * 1024;

  private final ServletInputStream in;
  private final int limit;
  private final Runnable ended;
  private final byte[] chunk;

  /** Who is to be told; {@code null} once that has been done, or if nobody is. */
  private @Nullable BodyReceiver receiver;

  private ByteArrayOutputStream body;

  private BodyReader(
      HttpServletRequest request, int limit, @Nullable BodyReceiver receiver, Runnable ended)
      throws IOException {
    this.in = request.getInputStream();
    this.limit = limit;
    this.receiver = receiver;
    this.ended = ended;
    int announced = request.getContentLength();
    this.chunk = new byte[announced < 0 ? CHUNK : Math.max(1, Math.min(announced, CHUNK))];
    this.body = new ByteArrayOutputStream(receiver == null ? 0 : chunk.length);
  }

  /**
   * Reads a body.
   *
   * @param receiver is told of it, or that it has more than the limit as soon as it has
   * @param ended runs once before the receiver is told of the end, whole or not
   */
  static void read(HttpServletRequest request, int limit, BodyReceiver receiver, Runnable ended)
      throws IOException {
    begin(request, new BodyReader(request, limit, receiver, ended));
  }

  /**
   * Reads over a body.
   *
   * @param ended runs once at its end, whole or not
   */
  static void skip(HttpServletRequest request, Runnable ended) throws IOException {
    begin(request, new BodyReader(request, 0, null, ended));
  }

  /**
   * A body that is here as a whole already, as small ones are: nobody has to be called back for it.
   * Payara and GlassFish call back twice at the end of such a body, on two threads, and log that
   * the second time there is no request any more.
   *
   * @return empty if some of it is still to come, or may be
   */
  static Optional<byte[]> arrived(HttpServletRequest request) throws IOException {
    int announced = request.getContentLength();
    if (announced <= 0 || request.getInputStream().available() < announced) {
      return Optional.empty();
    }
    return Optional.of(request.getInputStream().readNBytes(announced));
  }

  private static void begin(HttpServletRequest request, BodyReader reader) throws IOException {
    request.getInputStream().setReadListener(reader);
  }

  /** Whether there is a body that has not been read. */
  static boolean expected(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("transfer-encoding") != null;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (in.isReady()) {
      int count = in.read(chunk);
      if (count < 0) {
        return;
      }
      BodyReceiver interested = receiver;
      if (interested != null) {
        body.write(chunk, 0, count);
        if (body.size() > limit) {
          receiver = null;
          body = new ByteArrayOutputStream(0);
          interested.onTooLarge();
        }
      }
    }
  }

  @Override
  public void onAllDataRead() {
    BodyReceiver interested = receiver;
    receiver = null;
    ended.run();
    if (interested != null) {
      interested.onBody(body.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    BodyReceiver interested = receiver;
    receiver = null;
    ended.run();
    if (interested != null) {
      interested.onAborted();
    }
  }
}
