package dev.socketee.it.request;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.util.List;

/** Each call of a handler is a request of its own. */
@Namespace("/requests")
public class Requests {

  @Inject Tally tally;
  @Inject Tallies tallies;

  /** Two beans see the same request: 1, then 2, for every call. */
  @OnEvent("count")
  List<Integer> count() {
    return List.of(tally.next(), tallies.next());
  }

  /** The sum of the counts of requests that are over. */
  @OnEvent("ended")
  int ended() {
    return tallies.ended();
  }
}
