package dev.socketee.jakarta.http;

import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
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
  private final Completion completion = new Completion();

  /**
   * While the body arrives no answer is written, whoever gives one. A container would read over the
   * rest of the body before it goes on, and Undertow blocks a thread for that: as long as the
   * client likes.
   */
  private volatile boolean bodyPending;

  /** Only the servlet's thread asks. */
  private boolean bodyRead;

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
    if (answer.compareAndSet(null, given)) {
      writeIfDue();
    }
  }

  /** The servlet's call ends: whatever was not answered stays open. */
  void leave() {
    if (async == null) {
      settle();
    }
    completion.leave();
  }

  private void settle() {
    HttpResponse given = answer.get();
    if (!bodyRead && BodyReader.expected(request) && arrived().isEmpty()) {
      skipBody();
    } else if (given != null && given.body().length <= BUFFERED) {
      write(given);
    } else {
      begin();
      writeIfDue();
    }
  }

  private void skipBody() {
    bodyPending = true;
    begin();
    try {
      BodyReader.skip(request, this::bodyEnded);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "body not read: {0}", e.toString());
      bodyEnded();
    }
  }

  private void bodyEnded() {
    bodyPending = false;
    writeIfDue();
  }

  private void writeIfDue() {
    HttpResponse given = answer.get();
    if (given != null && async != null && !bodyPending) {
      write(given);
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
            .setWriteListener(new BodyWriter(response, context, completion, given.body()));
        return;
      }
      response.getOutputStream().write(given.body());
      if (context != null && given.status() != HttpServletResponse.SC_OK) {
        // Before GlassFish tells listeners that a request is completed, it sets the status to 200,
        // unless that has been sent.
        response.flushBuffer();
      }
    } catch (IOException | RuntimeException e) {
      // The client or the container has given up on the request; nobody is left to be told. But
      // what is not completed keeps the connection, and its client, waiting for ever.
      LOG.log(Level.DEBUG, "response not written: {0}", e.toString());
    }
    if (context != null) {
      completion.of(context);
    }
  }

  @Override
  public void readBody(int limit, BodyReceiver receiver) {
    if (request.getContentLengthLong() > limit) {
      receiver.onTooLarge();
      return;
    }
    Optional<byte[]> whole = arrived();
    if (whole.isPresent()) {
      bodyRead = true;
      deliver(whole.get(), receiver);
      return;
    }
    bodyPending = true;
    begin();
    try {
      BodyReader.read(request, limit, receiver, this::bodyEnded);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "body not read: {0}", e.toString());
      bodyEnded();
      receiver.onAborted();
    }
  }

  /** A failure has been answered; the container would answer it once more, in its own way. */
  private static void deliver(byte[] body, BodyReceiver receiver) {
    try {
      receiver.onBody(body);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "body not handled", e);
    }
  }

  private Optional<byte[]> arrived() {
    try {
      return BodyReader.arrived(request);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "body not read: {0}", e.toString());
      return Optional.empty(); // the reader is told of it, too
    }
  }

  @Override
  public void onAbort(Runnable action) {
    abort.onAbort(action);
  }
}
