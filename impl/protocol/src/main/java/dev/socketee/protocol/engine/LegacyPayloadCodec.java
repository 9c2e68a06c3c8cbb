package dev.socketee.protocol.engine;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Long-polling payloads of Engine.IO 3, in their two forms. As text: packets with their lengths in
 * front, in UTF-16 code units, such as {@code 6:4hello2:4€}; binary messages are base64. As bytes:
 * for each packet a byte that is 0 for text and 1 for binary, the length in bytes, a byte for each
 * decimal digit, the byte 255, and the packet, text as UTF-8.
 *
 * <p>What the reference reads into a payload that breaks these rules, such as a packet cut short,
 * is an error here.
 *
 * <p>Source: Engine.IO 3, Payload; reference 1.10. Stateless and thread-safe.
 */
public final class LegacyPayloadCodec {

  private static final char END_OF_LENGTH = ':';
  private static final byte TEXT = 0;
  private static final byte BINARY = 1;
  private static final byte END_OF_BINARY_LENGTH = (byte) 255;

  /** What stands around a packet in the binary form, at most. */
  private static final int OVERHEAD = 12;

  private LegacyPayloadCodec() {}

  /**
   * Takes a payload of text apart, in one pass.
   *
   * @param body the body of a POST; empty is an error, an empty packet in it ({@code 0:}) is not
   * @param maxPackets how many packets to accept at most, at least 1
   * @return the packets and what was wrong; never throws for what the peer sent
   * @throws IllegalArgumentException if {@code maxPackets} is less than 1
   */
  public static Payload decodeText(String body, int maxPackets) {
    List<EnginePacket> packets = checked(maxPackets);
    try {
      int position = 0;
      do {
        int colon = endOfDigits(body, position);
        int length = length(body, position, colon);
        position = colon + 1 + length;
        if (length > 0) {
          requireRoom(packets, maxPackets);
          packets.add(LegacyPacketCodec.decodeText(body.substring(colon + 1, position)));
        }
      } while (position < body.length());
    } catch (ProtocolException failure) {
      return new Payload(packets, failure);
    }
    return new Payload(packets, null);
  }

  private static int endOfDigits(String body, int from) {
    int end = from;
    while (end < body.length() && body.charAt(end) >= '0' && body.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  private static int length(String body, int from, int colon) {
    if (colon == from || colon == body.length() || body.charAt(colon) != END_OF_LENGTH) {
      throw malformed();
    }
    int rest = body.length() - colon - 1;
    int length = 0;
    for (int i = from; i < colon; i++) {
      length = appended(length, body.charAt(i) - '0', rest);
    }
    return length;
  }

  /**
   * Takes a binary payload apart, in one pass.
   *
   * @param body the body of a POST; empty has no packets
   * @param maxPackets how many packets to accept at most, at least 1
   * @return the packets and what was wrong; never throws for what the peer sent
   * @throws IllegalArgumentException if {@code maxPackets} is less than 1
   */
  public static Payload decodeBinary(byte[] body, int maxPackets) {
    List<EnginePacket> packets = checked(maxPackets);
    try {
      int position = 0;
      while (position < body.length) {
        requireRoom(packets, maxPackets);
        byte kind = body[position];
        int start = endOfLength(body, position + 1) + 1;
        int end = start + length(body, position + 1, start - 1);
        packets.add(
            switch (kind) {
              case TEXT -> LegacyPacketCodec.decodeText(utf8(body, start, end));
              case BINARY -> LegacyPacketCodec.decodeBinary(body, start, end);
              default -> throw malformed();
            });
        position = end;
      }
    } catch (ProtocolException failure) {
      return new Payload(packets, failure);
    }
    return new Payload(packets, null);
  }

  private static int endOfLength(byte[] body, int from) {
    for (int i = from; i < body.length; i++) {
      if (body[i] == END_OF_BINARY_LENGTH) {
        return i;
      }
      if (body[i] < 0 || body[i] > 9) {
        throw malformed();
      }
    }
    throw malformed();
  }

  private static int length(byte[] body, int from, int to) {
    if (from == to) {
      throw malformed();
    }
    int rest = body.length - to - 1;
    int length = 0;
    for (int i = from; i < to; i++) {
      length = appended(length, body[i], rest);
    }
    return length;
  }

  private static String utf8(byte[] body, int from, int to) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(body, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed();
    }
  }

  /** A length with one more digit; more than there is left is an error, at once. */
  private static int appended(int length, int digit, int rest) {
    long longer = 10L * length + digit;
    if (longer > rest) {
      throw malformed();
    }
    return (int) longer;
  }

  private static List<EnginePacket> checked(int maxPackets) {
    if (maxPackets < 1) {
      throw new IllegalArgumentException("maxPackets must be at least 1, is " + maxPackets);
    }
    return new ArrayList<>();
  }

  private static void requireRoom(List<EnginePacket> packets, int maxPackets) {
    if (packets.size() == maxPackets) {
      throw new ProtocolException(ProtocolError.TOO_MANY_PACKETS);
    }
  }

  private static ProtocolException malformed() {
    return new ProtocolException(ProtocolError.PARSE_ERROR);
  }

  /**
   * Puts a payload of text together, with binary messages as base64.
   *
   * @param frames the packets, in order
   * @return the body of the answer to a poll, {@code 0:} if there are no packets
   */
  public static byte[] encodeText(List<EngineFrame> frames) {
    StringBuilder payload = new StringBuilder();
    for (EngineFrame frame : frames) {
      String packet =
          frame.isBinary() ? LegacyPacketCodec.encodeBase64(frame.binary()) : frame.text();
      payload.append(packet.length()).append(END_OF_LENGTH).append(packet);
    }
    return Utf8.encode(frames.isEmpty() ? "0:" : payload.toString());
  }

  /**
   * Puts a binary payload together.
   *
   * @param frames the packets, in order
   * @return the body of the answer to a poll
   */
  public static byte[] encodeBinary(List<EngineFrame> frames) {
    int size = frames.stream().mapToInt(frame -> frame.size() + OVERHEAD).reduce(0, Math::addExact);
    ByteArrayOutputStream payload = new ByteArrayOutputStream(size);
    for (EngineFrame frame : frames) {
      byte[] packet =
          frame.isBinary()
              ? LegacyPacketCodec.encodeBinary(frame.binary())
              : Utf8.encode(frame.text());
      payload.write(frame.isBinary() ? BINARY : TEXT);
      Integer.toString(packet.length).chars().forEach(digit -> payload.write(digit - '0'));
      payload.write(END_OF_BINARY_LENGTH);
      payload.writeBytes(packet);
    }
    return payload.toByteArray();
  }
}
