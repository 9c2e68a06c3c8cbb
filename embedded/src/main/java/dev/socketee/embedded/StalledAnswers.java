package dev.socketee.embedded;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.time.Duration;

/**
 * Gives up answers of which their clients take nothing for a while. The answer to a poll can be as
 * large as what may wait for a client, and it would stay in memory when the session is long over.
 * Undertow's own time-out for writes is not for us: it also closes a connection that had nothing to
 * write for that long.
 */
final class StalledAnswers implements HttpHandler {

  private final HttpHandler next;
  private final Duration patience;

  /**
   * Watches the answers of a handler.
   *
   * @param patience how long nothing may get through
   */
  StalledAnswers(HttpHandler next, Duration patience) {
    this.next = next;
    this.patience = patience;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.addResponseWrapper(
        (factory, answered) ->
            new WatchedAnswer(factory.create(), answered.getIoThread(), patience));
    next.handleRequest(exchange);
  }
}
