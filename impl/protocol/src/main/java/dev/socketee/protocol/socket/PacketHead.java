package dev.socketee.protocol.socket;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;

/**
 * All of a packet that stands before its JSON: {@code <type>[<n>-][<namespace>,][<id>]} (Socket.IO
 * 5, Packet encoding).
 *
 * <p>Where the reference converts with JavaScript's {@code Number}, only digits count here: neither
 * {@code 451e0-} nor {@code 42 ["a"]} is accepted (reference 1.16).
 *
 * @param type the type as on the wire
 * @param attachments how many follow, 0 unless the type is binary
 * @param namespace the name, {@code /} if it was left out
 * @param id the id, {@link SocketPacket#NO_ACK} if there is none
 * @param payload where the JSON starts, the length of the text if there is none
 */
record PacketHead(SocketPacketType type, int attachments, String namespace, long id, int payload) {

  static PacketHead parse(String text, DecoderLimits limits) {
    if (text.isEmpty()) {
      throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
    }
    SocketPacketType type = SocketPacketType.of(text.charAt(0));
    int position = 1;
    int attachments = 0;
    if (type.isBinary()) {
      int digits = endOfDigits(text, position);
      if (digits == text.length() || text.charAt(digits) != '-') {
        throw new ProtocolException(ProtocolError.ILLEGAL_ATTACHMENTS);
      }
      attachments = attachments(text, position, digits, limits.maxAttachments());
      position = digits + 1;
    }
    String namespace = SocketPacket.ROOT;
    if (position < text.length() && text.charAt(position) == '/') {
      int comma = text.indexOf(',', position);
      int end = comma < 0 ? text.length() : comma;
      namespace = namespace(text, position, end, limits.maxNamespaceLength());
      position = comma < 0 ? end : end + 1;
    }
    int digits = endOfDigits(text, position);
    long id = digits == position ? SocketPacket.NO_ACK : number(text, position, digits);
    return new PacketHead(type, attachments, namespace, id, digits);
  }

  private static int attachments(String text, int from, int to, int max) {
    long attachments = number(text, from, to);
    if (attachments == 0) { // also if there is no digit at all
      throw new ProtocolException(ProtocolError.ILLEGAL_ATTACHMENTS);
    }
    if (attachments > max) {
      throw new ProtocolException(ProtocolError.TOO_MANY_ATTACHMENTS);
    }
    return (int) attachments;
  }

  private static String namespace(String text, int from, int to, int maxLength) {
    if (to - from > maxLength) {
      throw new ProtocolException(ProtocolError.NAMESPACE_TOO_LONG);
    }
    return to - from == 1 ? SocketPacket.ROOT : text.substring(from, to);
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** The value of digits, {@link Long#MAX_VALUE} if it does not fit. */
  private static long number(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return Long.MAX_VALUE;
      }
      value = 10 * value + digit;
    }
    return value;
  }
}
