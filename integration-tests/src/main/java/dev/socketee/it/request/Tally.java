package dev.socketee.it.request;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Counts within one request. */
@RequestScoped
public class Tally {

  @Inject Tallies tallies;
  private int count;

  int next() {
    return ++count;
  }

  @PreDestroy
  void end() {
    tallies.ended(count);
  }
}
