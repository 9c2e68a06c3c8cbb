package dev.socketee.protocol.engine;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import java.util.Arrays;
import java.util.Base64;

/**
 * Packets of Engine.IO 3, in what they differ from those of {@link EnginePacketCodec}: binary data
 * has its type in front, as a byte, or as a digit before the base64. Only messages are ever binary.
 *
 * <p>Source: Engine.IO 3, Encoding; reference 1.10. Stateless and thread-safe.
 */
public final class LegacyPacketCodec {

  /** The type of a message, as the first byte of a binary packet. */
  static final byte MESSAGE = 4;

  private static final String BASE64_MESSAGE =
      "" + EnginePacketCodec.BINARY + EnginePacketType.MESSAGE.digit();

  private LegacyPacketCodec() {}

  /**
   * Reads a packet from text.
   *
   * @param frame one packet in its text form
   * @return the packet
   * @throws ProtocolException {@link ProtocolError#PARSE_ERROR} if it starts with neither a digit
   *     from 0 to 6 nor {@code b4}
   */
  public static EnginePacket decodeText(String frame) {
    if (frame.isEmpty() || frame.charAt(0) != EnginePacketCodec.BINARY) {
      return EnginePacketCodec.decodeText(frame);
    }
    if (!frame.startsWith(BASE64_MESSAGE)) {
      throw new ProtocolException(ProtocolError.PARSE_ERROR);
    }
    return new BinaryMessage(LenientBase64.decode(frame, BASE64_MESSAGE.length()));
  }

  /**
   * Reads a packet from bytes.
   *
   * @param frame the byte {@code 4}, and the data
   * @return the packet, with a copy of the data
   * @throws ProtocolException {@link ProtocolError#PARSE_ERROR} if it starts otherwise
   */
  public static EnginePacket decodeBinary(byte[] frame) {
    return decodeBinary(frame, 0, frame.length);
  }

  static EnginePacket decodeBinary(byte[] bytes, int from, int to) {
    if (from == to || bytes[from] != MESSAGE) {
      throw new ProtocolException(ProtocolError.PARSE_ERROR);
    }
    return new BinaryMessage(Arrays.copyOfRange(bytes, from + 1, to));
  }

  /**
   * A binary message as bytes.
   *
   * @param data its data
   * @return the packet
   */
  public static byte[] encodeBinary(byte[] data) {
    byte[] packet = new byte[Math.addExact(data.length, 1)];
    packet[0] = MESSAGE;
    System.arraycopy(data, 0, packet, 1, data.length);
    return packet;
  }

  /**
   * A binary message as text, for a client that takes nothing else.
   *
   * @param data its data
   * @return the packet
   */
  public static String encodeBase64(byte[] data) {
    return BASE64_MESSAGE + Base64.getEncoder().encodeToString(data);
  }
}
