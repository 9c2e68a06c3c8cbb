package dev.socketee.protocol.engine;

/** The types of Engine.IO packets, in the order of their digits (Engine.IO 4, Packet types). */
public enum EnginePacketType {
  /** Server to client: the handshake. */
  OPEN('0'),
  /** Either way: this transport ends. */
  CLOSE('1'),
  /** Server to client: heartbeat; client to server: probe of an upgrade. */
  PING('2'),
  /** The answer to a ping. */
  PONG('3'),
  /** Either way: what the layer above has to say. */
  MESSAGE('4'),
  /** Client to server: the upgrade is complete. */
  UPGRADE('5'),
  /** Server to client: nothing, to end a poll. */
  NOOP('6');

  private final char digit;

  EnginePacketType(char digit) {
    this.digit = digit;
  }

  /**
   * The first character of a text packet of this type.
   *
   * @return {@code '0'} to {@code '6'}
   */
  public char digit() {
    return digit;
  }
}
