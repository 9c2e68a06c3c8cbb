package dev.socketee.server;

import dev.socketee.spi.Emission;
import org.jspecify.annotations.Nullable;

/**
 * An event that several namespaces of a server emit, or that is emitted later. Its values are
 * encoded once, and only if there is somebody to send them to, unless that is known only later.
 * Confined to one thread at a time.
 */
final class OnceEncoded {

  private final String event;
  private final @Nullable Object[] arguments;
  private @Nullable Emission emission;

  /**
   * An event that is not encoded yet.
   *
   * @throws IllegalArgumentException if its name is reserved
   */
  OnceEncoded(String event, @Nullable Object... arguments) {
    LocalNamespace.requireNotReserved(event);
    this.event = event;
    this.arguments = arguments;
  }

  /**
   * Encodes it now: what becomes of the arguments afterwards is of no interest.
   *
   * @throws IllegalArgumentException if one cannot be encoded
   */
  OnceEncoded encode(ValueCodec codec) {
    emission = LocalNamespace.emission(codec, event, arguments);
    return this;
  }

  /** The event; whichever namespace encodes it, all of a server do it the same way. */
  Emission by(LocalNamespace namespace) {
    Emission known = emission;
    if (known == null) {
      known = namespace.emission(event, arguments);
      emission = known;
    }
    return known;
  }
}
