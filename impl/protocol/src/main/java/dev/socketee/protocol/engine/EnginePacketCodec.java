package dev.socketee.protocol.engine;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EnginePacket.BinaryMessage;
import dev.socketee.protocol.engine.EnginePacket.Close;
import dev.socketee.protocol.engine.EnginePacket.Noop;
import dev.socketee.protocol.engine.EnginePacket.Open;
import dev.socketee.protocol.engine.EnginePacket.Ping;
import dev.socketee.protocol.engine.EnginePacket.Pong;
import dev.socketee.protocol.engine.EnginePacket.TextMessage;
import dev.socketee.protocol.engine.EnginePacket.Upgrade;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Engine.IO packet from text: a text frame of a WebSocket, or one part of a polling
 * payload. A binary frame needs no codec, it is a {@link BinaryMessage} as it stands.
 *
 * <p>Source: Engine.IO 4, Packet encoding; reference 1.1. Stateless and thread-safe.
 */
public final class EnginePacketCodec {

  /** First character of a binary message in text form; base64 follows. */
  static final char BINARY = 'b';

  private static final Upgrade UPGRADE = new Upgrade();
  private static final Noop NOOP = new Noop();

  private EnginePacketCodec() {}

  /**
   * Reads a packet. {@code b} and base64 is accepted on every transport, as clients that were told
   * {@code forceBase64} send it over WebSocket too.
   *
   * @param frame one packet in its text form
   * @return the packet
   * @throws ProtocolException {@link ProtocolError#PARSE_ERROR} if the text is empty or starts with
   *     neither a digit from 0 to 6 nor {@code b}
   */
  public static EnginePacket decodeText(String frame) {
    if (frame.isEmpty()) {
      throw new ProtocolException(ProtocolError.PARSE_ERROR);
    }
    return switch (frame.charAt(0)) {
      case '0' -> new Open(dataOf(frame));
      case '1' -> new Close(dataOf(frame));
      case '2' -> new Ping(dataOf(frame));
      case '3' -> new Pong(dataOf(frame));
      case '4' -> new TextMessage(frame.substring(1));
      case '5' -> UPGRADE;
      case '6' -> NOOP;
      case BINARY -> new BinaryMessage(LenientBase64.decode(frame, 1));
      default -> throw new ProtocolException(ProtocolError.PARSE_ERROR);
    };
  }

  /**
   * A binary message as text, for a client that takes nothing else over a WebSocket.
   *
   * @param data its data
   * @return the packet
   */
  public static String encodeBase64(byte[] data) {
    return BINARY + Base64.getEncoder().encodeToString(data);
  }

  private static @Nullable String dataOf(String frame) {
    return frame.length() == 1 ? null : frame.substring(1);
  }
}
