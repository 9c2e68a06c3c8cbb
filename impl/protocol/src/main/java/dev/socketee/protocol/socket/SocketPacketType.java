package dev.socketee.protocol.socket;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;

/** The types of Socket.IO packets, in the order of their digits (Socket.IO 5, Packet types). */
public enum SocketPacketType {
  /** Client to server: asks to join a namespace; server to client: joined. */
  CONNECT('0'),
  /** Either way: leaves a namespace. */
  DISCONNECT('1'),
  /** Either way: an event. */
  EVENT('2'),
  /** Either way: the answer to an event that asked for one. */
  ACK('3'),
  /** Server to client: the namespace was not joined. */
  CONNECT_ERROR('4'),
  /** An event with attachments; on the wire only. */
  BINARY_EVENT('5'),
  /** An answer with attachments; on the wire only. */
  BINARY_ACK('6');

  private final char digit;

  SocketPacketType(char digit) {
    this.digit = digit;
  }

  /** The type that a packet starting with this character is of. */
  static SocketPacketType of(char digit) {
    return switch (digit) {
      case '0' -> CONNECT;
      case '1' -> DISCONNECT;
      case '2' -> EVENT;
      case '3' -> ACK;
      case '4' -> CONNECT_ERROR;
      case '5' -> BINARY_EVENT;
      case '6' -> BINARY_ACK;
      default -> throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
    };
  }

  /**
   * The type of this number, for a codec that writes numbers.
   *
   * @param number the number
   * @return the type
   * @throws ProtocolException {@link ProtocolError#UNKNOWN_PACKET_TYPE} if there is none
   */
  public static SocketPacketType ofNumber(long number) {
    return of(number >= 0 && number <= 9 ? (char) ('0' + number) : '?');
  }

  /**
   * The number of this type.
   *
   * @return 0 to 6
   */
  public int number() {
    return digit - '0';
  }

  /** The first character of a packet of this type. */
  char digit() {
    return digit;
  }

  /** Whether attachments follow. */
  boolean isBinary() {
    return this == BINARY_EVENT || this == BINARY_ACK;
  }
}
