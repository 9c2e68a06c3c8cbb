package dev.socketee.jakarta.http;

import dev.socketee.engine.http.HttpExchange.BodyReceiver;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Reads a body as it arrives, and not beyond its limit. A slow sender costs no thread. The
 * container calls one method at a time.
 */
final class BodyReader implements ReadListener {

  private static final int CHUNK = 8 * 1024;

  private final AsyncContext context;
  private final ServletInputStream in;
  private final int limit;
  private final BodyReceiver receiver;
  private final byte[] chunk;
  private final ByteArrayOutputStream body;
  private boolean told;

  BodyReader(AsyncContext context, HttpServletRequest request, int limit, BodyReceiver receiver)
      throws IOException {
    this.context = context;
    this.in = request.getInputStream();
    this.limit = limit;
    this.receiver = receiver;
    int announced = request.getContentLength();
    this.chunk = new byte[announced < 0 ? CHUNK : Math.max(1, Math.min(announced, CHUNK))];
    this.body = new ByteArrayOutputStream(chunk.length);
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!told && in.isReady()) {
      int count = in.read(chunk);
      if (count < 0) {
        return;
      }
      body.write(chunk, 0, count);
      if (body.size() > limit) {
        told = true;
        // Not here: Undertow never looks at the connection again if a request is completed from
        // within this callback before its body has ended. Elsewhere it reads over the rest.
        context.start(receiver::onTooLarge);
      }
    }
  }

  @Override
  public void onAllDataRead() {
    if (!told) {
      told = true;
      receiver.onBody(body.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!told) {
      told = true;
      receiver.onAborted();
    }
  }
}
