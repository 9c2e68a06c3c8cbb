package dev.socketee.it.threads;

import jakarta.enterprise.context.RequestScoped;

/** Belongs to one call of a handler. */
@RequestScoped
public class Visit {

  private int count;

  int count() {
    return ++count;
  }
}
