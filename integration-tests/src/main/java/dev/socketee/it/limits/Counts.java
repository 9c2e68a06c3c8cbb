package dev.socketee.it.limits;

import dev.socketee.Limit;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import java.util.Locale;

/** What an administrator asks: at the server by configuration, about the ones with limits. */
@Namespace("/limits")
public class Counts {

  @OnEvent("reached")
  long reached(String server, String limit) {
    Limit counted = Limit.valueOf(limit.replace('-', '_').toUpperCase(Locale.ROOT));
    return Limited.server(server).statistics().reached(counted);
  }

  @OnEvent("sessions")
  int sessions(String server) {
    return Limited.server(server).statistics().sessions();
  }
}
