package dev.socketee.it.load;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Events that clients may miss, as their requests do not get through. */
@Namespace(value = "/missed", server = LoadServers.RECOVERING)
@ApplicationScoped
public class Missed extends Audience {

  @Inject
  @Namespace(value = "/missed", server = LoadServers.RECOVERING)
  Broadcaster everyone;

  @Override
  Broadcaster everyone() {
    return everyone;
  }
}
