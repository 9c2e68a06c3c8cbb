package dev.socketee.it.deployment.ear;

import jakarta.enterprise.context.ApplicationScoped;

/** A bean of the web module. */
@ApplicationScoped
public class Prices {

  /** What something costs. */
  public String of(String article) {
    return article + ": 1.20";
  }
}
