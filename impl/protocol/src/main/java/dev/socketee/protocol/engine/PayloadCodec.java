package dev.socketee.protocol.engine;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Long-polling payloads: packets joined by U+001E, binary messages as {@code b} and base64.
 *
 * <p>Source: Engine.IO 4, HTTP long-polling; reference 1.2. Stateless and thread-safe.
 */
public final class PayloadCodec {

  /** Stands between two packets: the record separator of ASCII. */
  public static final char SEPARATOR = '\u001E';

  /**
   * Default for the packets of one payload. A client sends all that it has, up to {@code
   * maxPayload} bytes; with the default of 1 MB this many would be 15 bytes each, shorter than any
   * event worth its name. Without the limit 1 MB of {@code 2} and separators would become half a
   * million objects.
   */
  public static final int DEFAULT_MAX_PACKETS = 65_536;

  private PayloadCodec() {}

  /**
   * Takes a payload apart, in one pass.
   *
   * @param body the body of a POST; empty means one empty packet, which is a bad one
   * @param maxPackets how many packets to accept at most, at least 1; one more is {@link
   *     ProtocolError#TOO_MANY_PACKETS}
   * @return the packets and what was wrong; never throws for what the peer sent
   * @throws IllegalArgumentException if {@code maxPackets} is less than 1
   */
  public static Payload decode(String body, int maxPackets) {
    if (maxPackets < 1) {
      throw new IllegalArgumentException("maxPackets must be at least 1, is " + maxPackets);
    }
    List<EnginePacket> packets = new ArrayList<>();
    try {
      int start = 0;
      int end;
      do {
        if (packets.size() == maxPackets) {
          throw new ProtocolException(ProtocolError.TOO_MANY_PACKETS);
        }
        end = body.indexOf(SEPARATOR, start);
        String frame = end < 0 ? body.substring(start) : body.substring(start, end);
        packets.add(EnginePacketCodec.decodeText(frame));
        start = end + 1;
      } while (end >= 0);
    } catch (ProtocolException failure) {
      return new Payload(packets, failure);
    }
    return new Payload(packets, null);
  }

  /**
   * Puts a payload together.
   *
   * @param frames the packets, in order
   * @return the body of the answer to a poll, in UTF-8; empty if there are no packets
   */
  public static byte[] encode(List<EngineFrame> frames) {
    byte[] payload = new byte[size(frames)];
    int position = 0;
    for (EngineFrame frame : frames) {
      if (position > 0) {
        payload[position++] = (byte) SEPARATOR;
      }
      byte[] bytes;
      if (frame.isBinary()) {
        payload[position++] = (byte) EnginePacketCodec.BINARY;
        bytes = Base64.getEncoder().encode(frame.binary());
      } else {
        bytes = Utf8.encode(frame.text());
      }
      System.arraycopy(bytes, 0, payload, position, bytes.length);
      position += bytes.length;
    }
    return payload;
  }

  private static int size(List<EngineFrame> frames) {
    int size = Math.max(0, frames.size() - 1);
    for (EngineFrame frame : frames) {
      int packet =
          frame.isBinary() ? 1 + Math.multiplyExact((frame.size() + 2) / 3, 4) : frame.size();
      size = Math.addExact(size, packet);
    }
    return size;
  }
}
