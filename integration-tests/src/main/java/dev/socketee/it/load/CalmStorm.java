package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.inject.Inject;

/** Where nothing is kept. */
@Namespace(value = "/storm", server = LoadServers.CALM)
public class CalmStorm extends Storm {

  @Inject
  @Namespace(value = "/storm", server = LoadServers.CALM)
  Broadcaster everyone;

  @Override
  Broadcaster everyone() {
    return everyone;
  }
}
