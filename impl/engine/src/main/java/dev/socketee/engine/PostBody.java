package dev.socketee.engine;

import dev.socketee.engine.http.HttpExchange;

/** Hands the body of a POST to its session. */
record PostBody(LiveSession session, PollingTransport polling, HttpExchange exchange)
    implements HttpExchange.BodyReceiver {

  @Override
  public void onBody(byte[] body) {
    session.data(polling, exchange, body);
  }

  @Override
  public void onTooLarge() {
    // The reference only answers; a client that cannot be served is better off knowing at once.
    session.refuse(exchange, 413, "max payload size exceeded");
  }

  @Override
  public void onAborted() {
    session.refuse(exchange, 400, "data request connection closed prematurely");
  }
}
