package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.engine.http.HttpExchange;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The HTTP requests of one session, after the one that opened it (reference 1.2). By the time one
 * is here, the session that it was meant for can be over or have moved to WebSocket: what is
 * decided is decided under the session's lock.
 */
final class PollingRequests {

  private final LiveSession session;
  private final ReentrantLock lock;
  private final Responses responses;
  private final EngineOptions options;

  PollingRequests(
      LiveSession session, ReentrantLock lock, Responses responses, EngineOptions options) {
    this.session = session;
    this.lock = lock;
    this.responses = responses;
    this.options = options;
  }

  /** A GET. */
  void poll(HttpExchange exchange) {
    boolean parked = false;
    boolean last = false;
    PollingTransport polling;
    lock.lock();
    try {
      polling = session.polling();
      if (polling != null) {
        last = session.drained();
        parked = polling.park(exchange);
      }
    } finally {
      lock.unlock();
    }
    if (polling == null) {
      refuse(exchange);
    } else if (!parked) {
      refuse(polling, exchange, 400, "overlap from client");
    } else if (last) {
      session.orderlyClose().endByLastPoll();
    } else {
      exchange.onAbort(() -> aborted(polling, exchange));
      session.polled();
    }
  }

  private void aborted(PollingTransport polling, HttpExchange exchange) {
    boolean waiting;
    lock.lock();
    try {
      waiting = polling.isParked(exchange);
    } finally {
      lock.unlock();
    }
    if (waiting) {
      session.lost(polling, CloseReason.TRANSPORT_ERROR, "poll connection closed prematurely");
    }
  }

  /** A POST. */
  void data(HttpExchange exchange) {
    boolean begun = false;
    PollingTransport polling;
    lock.lock();
    try {
      polling = session.polling();
      if (polling != null) {
        begun = polling.beginPost(exchange);
      }
    } finally {
      lock.unlock();
    }
    if (polling == null) {
      refuse(exchange);
    } else if (!begun) {
      refuse(polling, exchange, 400, "data request overlap from client");
    } else if (octets(exchange) && !session.dialect().takesOctets()) {
      refuse(polling, exchange, 400, "invalid content");
    } else {
      exchange.readBody(options.maxPayload(), new Body(polling, exchange, octets(exchange)));
    }
  }

  private static boolean octets(HttpExchange exchange) {
    return Dialect.OCTETS.equals(exchange.request().header("content-type"));
  }

  /** Answers a request that came too late for its session's polling. */
  private void refuse(HttpExchange exchange) {
    EngineRequest request = exchange.request();
    Failure failure =
        session.closed()
            ? Failure.unknownSid(request)
            : Failure.transportMismatch(request, session.transport());
    exchange.respond(responses.error(request, failure));
  }

  /** Answers a request with an error, which is the end of a session that is carried by polling. */
  private void refuse(
      PollingTransport polling, HttpExchange exchange, int status, String description) {
    exchange.respond(responses.empty(exchange.request(), status));
    session.lost(polling, CloseReason.TRANSPORT_ERROR, description);
  }

  /** What becomes of the body of a POST. */
  private final class Body implements HttpExchange.BodyReceiver {

    private final PollingTransport polling;
    private final HttpExchange exchange;
    private final boolean octets;

    private Body(PollingTransport polling, HttpExchange exchange, boolean octets) {
      this.polling = polling;
      this.exchange = exchange;
      this.octets = octets;
    }

    @Override
    public void onBody(byte[] body) {
      locked(polling::postArrived);
      try {
        polling.deliver(body, octets, options.payloadPackets());
      } catch (RuntimeException | Error e) {
        refuse(polling, exchange, 500, "delivery failed: " + e);
        throw e;
      }
      // Before the answer: with it the client may send the next.
      locked(() -> polling.endPost(exchange));
      exchange.respond(responses.postAccepted(exchange.request()));
    }

    @Override
    public void onTooLarge() {
      // The reference only answers; a client that cannot be served is better off knowing at once.
      exchange.respond(responses.empty(exchange.request(), 413));
      session.exceeded(polling, EngineLimit.MAX_PAYLOAD, "max payload size exceeded");
    }

    @Override
    public void onAborted() {
      refuse(polling, exchange, 400, "data request connection closed prematurely");
    }

    private void locked(Runnable action) {
      lock.lock();
      try {
        action.run();
      } finally {
        lock.unlock();
      }
    }
  }
}
