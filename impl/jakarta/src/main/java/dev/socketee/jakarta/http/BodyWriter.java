package dev.socketee.jakarta.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes a large body as fast as the client takes it: a slow one costs no thread. The container
 * calls one method at a time.
 */
final class BodyWriter implements WriteListener {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");
  private static final int CHUNK = 16 * 1024;

  private final ServletOutputStream out;
  private final AsyncContext context;
  private final Completion completion;
  private final byte[] body;
  private int position;

  BodyWriter(HttpServletResponse response, AsyncContext context, Completion completion, byte[] body)
      throws IOException {
    this.out = response.getOutputStream();
    this.context = context;
    this.completion = completion;
    this.body = body;
  }

  @Override
  public void onWritePossible() throws IOException {
    while (out.isReady()) {
      if (position == body.length) {
        completion.of(context);
        return;
      }
      int count = Math.min(CHUNK, body.length - position);
      int from = position;
      position += count;
      out.write(body, from, count);
    }
  }

  @Override
  public void onError(Throwable failure) {
    LOG.log(Level.DEBUG, "response not written: {0}", failure.toString());
    completion.of(context);
  }
}
