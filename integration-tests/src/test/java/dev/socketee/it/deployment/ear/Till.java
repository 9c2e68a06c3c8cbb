package dev.socketee.it.deployment.ear;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** An enterprise bean of an EJB module, which knows nothing of Socket.IO. */
@Stateless
public class Till {

  @Inject Event<Sold> sold;

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  SessionContext context;

  /** Sells something. */
  public void sell(String article) {
    sold.fire(new Sold(article));
  }

  /** Sells something, and thinks better of it. */
  public void cancel(String article) {
    sold.fire(new Sold(article));
    context.setRollbackOnly();
  }
}
