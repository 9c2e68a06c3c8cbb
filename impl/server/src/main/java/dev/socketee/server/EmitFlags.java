package dev.socketee.server;

import dev.socketee.spi.BroadcastOptions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How something is emitted to one socket (reference 2.5).
 *
 * @param isVolatile whether it may be lost
 * @param compress whether it is worth compressing
 * @param timeout how long to wait for an acknowledgement; {@code null} for as long as it takes
 */
record EmitFlags(boolean isVolatile, boolean compress, @Nullable Duration timeout) {

  static final EmitFlags NONE = new EmitFlags(false, true, null);

  EmitFlags asVolatile() {
    return new EmitFlags(true, compress, timeout);
  }

  EmitFlags compressed(boolean value) {
    return new EmitFlags(isVolatile, value, timeout);
  }

  /**
   * Sets the time-out.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  EmitFlags within(Duration value) {
    return new EmitFlags(isVolatile, compress, Waits.timeout(value));
  }

  /** The same, for the socket of that id. */
  BroadcastOptions to(String id) {
    return new BroadcastOptions(Set.of(id), Set.of(), isVolatile, compress, false, timeout);
  }
}
