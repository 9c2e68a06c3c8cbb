package dev.socketee.it.ejb;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.ejb.Stateless;

/** A session bean that can be called by its business interface only. */
@Stateless
@Namespace("/business")
public class Calculator implements Calculations {

  @Override
  @OnEvent
  public int twice(int number) {
    return 2 * number;
  }
}
