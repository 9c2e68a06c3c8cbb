package dev.socketee.it.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean that outlives requests and sees the current one. */
@ApplicationScoped
public class Tallies {

  @Inject Tally current;
  private final AtomicInteger ended = new AtomicInteger();

  int next() {
    return current.next();
  }

  void ended(int count) {
    ended.addAndGet(count);
  }

  int ended() {
    return ended.get();
  }
}
