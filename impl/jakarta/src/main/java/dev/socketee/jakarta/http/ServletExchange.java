package dev.socketee.jakarta.http;

import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * An exchange over an asynchronous servlet.
 *
 * <p>While the servlet's own call lasts, only its thread may touch the response; a response that
 * another thread gives meanwhile is written by whoever comes second: that thread, or the servlet's
 * when it leaves. {@link #written} decides who.
 */
final class ServletExchange implements HttpExchange {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");

  /** What fits every container's response buffer, so that writing it cannot block. */
  private static final int BUFFERED = 8 * 1024;

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final ServletEngineRequest engineRequest;
  private final AtomicReference<@Nullable HttpResponse> answer = new AtomicReference<>();
  private final AtomicBoolean written = new AtomicBoolean();
  private final AbortWatch abort = new AbortWatch();

  /** Set when the servlet's call is over, or has handed the response over to its callbacks. */
  private volatile @Nullable AsyncContext async;

  ServletExchange(
      HttpServletRequest request,
      HttpServletResponse response,
      ServletEngineRequest engineRequest) {
    this.request = request;
    this.response = response;
    this.engineRequest = engineRequest;
  }

  @Override
  public ServletEngineRequest request() {
    return engineRequest;
  }

  @Override
  public void respond(HttpResponse given) {
    if (answer.compareAndSet(null, given) && async != null) {
      write(given);
    }
  }

  /** The servlet's call ends: whatever was not answered stays open. */
  void leave() {
    HttpResponse given = answer.get();
    if (given != null && async == null && given.body().length <= BUFFERED) {
      write(given);
    } else if (async == null) {
      begin();
      HttpResponse late = answer.get();
      if (late != null) {
        write(late);
      }
    }
  }

  private AsyncContext begin() {
    AsyncContext started = request.startAsync(request, response);
    // No time-out of the container: when a poll is answered is the engine's decision.
    started.setTimeout(0);
    started.addListener(abort);
    async = started;
    return started;
  }

  private void write(HttpResponse given) {
    if (!written.compareAndSet(false, true)) {
      return;
    }
    AsyncContext context = async;
    try {
      response.setStatus(given.status());
      given.headers().forEach(response::setHeader);
      response.setContentLength(given.body().length);
      if (context != null && given.body().length > BUFFERED) {
        response
            .getOutputStream()
            .setWriteListener(new BodyWriter(response, context, given.body()));
        return;
      }
      response.getOutputStream().write(given.body());
    } catch (IOException | IllegalStateException e) {
      // The client or the container has given up on the request; nobody is left to be told.
      LOG.log(Level.DEBUG, "response not written: {0}", e.toString());
    }
    if (context != null) {
      complete(context);
    }
  }

  /** Completes; a container that has done so by itself is no reason to fail. */
  static void complete(AsyncContext context) {
    try {
      context.complete();
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "request completed already: {0}", e.toString());
    }
  }

  @Override
  public void readBody(int limit, BodyReceiver receiver) {
    if (request.getContentLengthLong() > limit) {
      receiver.onTooLarge();
      return;
    }
    AsyncContext context = begin();
    try {
      request.getInputStream().setReadListener(new BodyReader(context, request, limit, receiver));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "body not read: {0}", e.toString());
      receiver.onAborted();
    }
  }

  @Override
  public void onAbort(Runnable action) {
    abort.onAbort(action);
  }
}
