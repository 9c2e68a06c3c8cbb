package dev.socketee.it.request;

import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Emits in the middle of whatever request there is. */
@ApplicationScoped
public class Counts {

  @Inject Tally tally;

  @Inject
  @Namespace("/requests")
  SocketNamespace namespace;

  /** What was counted in this request before and after its clients, polling or not, were told. */
  String count() {
    int before = tally.next();
    namespace.emit("counted", before);
    return before + ", " + tally.next();
  }
}
