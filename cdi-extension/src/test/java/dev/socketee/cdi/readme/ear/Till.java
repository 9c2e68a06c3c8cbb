package dev.socketee.cdi.readme.ear;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

@Stateless
public class Till {

  @Inject Event<Sold> sold;

  public void sell(String article) {
    sold.fire(new Sold(article));
  }
}
