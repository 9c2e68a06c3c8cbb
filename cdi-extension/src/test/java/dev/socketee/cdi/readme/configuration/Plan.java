package dev.socketee.cdi.readme.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What somebody pays for. */
@ApplicationScoped
class Plan {

  Duration pingInterval() {
    return Duration.ofSeconds(10);
  }

  int seats() {
    return 500;
  }
}
