package dev.socketee.protocol.engine;

import org.jspecify.annotations.Nullable;

/**
 * An Engine.IO packet as it was received. What is sent is an {@link EngineFrame}.
 *
 * <p>Absent data is null where the protocol gives the difference a meaning; a text message without
 * data is the empty string, which the layer above refuses (reference 1.1).
 */
public sealed interface EnginePacket {

  /**
   * The type, for a switch.
   *
   * @return the type; both kinds of message are {@link EnginePacketType#MESSAGE}
   */
  EnginePacketType type();

  /**
   * The handshake; never legal from a client.
   *
   * @param data the JSON text, null if there was none
   */
  record Open(@Nullable String data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.OPEN;
    }
  }

  /**
   * The peer closes the transport.
   *
   * @param data null if there was none, as is usual
   */
  record Close(@Nullable String data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.CLOSE;
    }
  }

  /**
   * A ping.
   *
   * @param data {@code probe} when it probes an upgrade, null if there was none
   */
  record Ping(@Nullable String data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.PING;
    }
  }

  /**
   * A pong.
   *
   * @param data null if there was none, as in a heartbeat
   */
  record Pong(@Nullable String data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.PONG;
    }
  }

  /**
   * A message of text.
   *
   * @param data the text without the type digit, empty if there was none
   */
  record TextMessage(String data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.MESSAGE;
    }
  }

  /**
   * A message of bytes. Two are equal only if they hold the same array.
   *
   * @param data the bytes, not copied: they belong to the packet
   */
  @SuppressWarnings("ArrayRecordComponent") // a copy per attachment would be paid by every message
  record BinaryMessage(byte[] data) implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.MESSAGE;
    }
  }

  /** The client has moved to this transport. What may follow the digit is dropped. */
  record Upgrade() implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.UPGRADE;
    }
  }

  /** Nothing. What may follow the digit is dropped. */
  record Noop() implements EnginePacket {
    @Override
    public EnginePacketType type() {
      return EnginePacketType.NOOP;
    }
  }
}
