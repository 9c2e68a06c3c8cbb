package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.inject.Inject;

/** Where events are kept for who comes back. */
@Namespace(value = "/storm", server = LoadServers.RECOVERING)
public class RecoveringStorm extends Storm {

  @Inject
  @Namespace(value = "/storm", server = LoadServers.RECOVERING)
  Broadcaster everyone;

  @Override
  Broadcaster everyone() {
    return everyone;
  }
}
