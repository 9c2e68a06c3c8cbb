package dev.socketee.it.ejb;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A session bean that handles events, and calls others. */
@Stateless
@Namespace("/ejb")
public class Quotes {

  @Inject Prices prices;

  @EJB
  @SuppressWarnings("NullAway.Init") // injected
  Ticker ticker;

  @OnEvent("subscribe")
  public void subscribe(Socket socket) {
    socket.join("subscribers");
  }

  @OnEvent("publish")
  public void publish(String symbol, double price) {
    prices.publish(symbol, price);
  }

  @OnEvent("started")
  public boolean started() {
    return ticker.emittedAtStart();
  }
}
