package dev.socketee.protocol.engine;

import dev.socketee.protocol.ProtocolException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a polling request carried. The packets before a bad one count: they are delivered, then the
 * session ends (reference 1.2).
 *
 * @param packets the packets up to the end or the first bad one, in order
 * @param failure what was wrong, null if nothing was
 */
public record Payload(List<EnginePacket> packets, @Nullable ProtocolException failure) {

  /**
   * Copies the list.
   *
   * @param packets the packets up to the end or the first bad one, in order
   * @param failure what was wrong, null if nothing was
   */
  public Payload {
    packets = List.copyOf(packets);
  }
}
