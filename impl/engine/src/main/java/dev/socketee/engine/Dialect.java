package dev.socketee.engine;

import dev.socketee.engine.WebSocketChannel.SendCallback;
import dev.socketee.engine.http.EngineRequest;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.Payload;
import java.util.List;

/**
 * How the packets of one session look on the wire: what the version of the protocol, and what the
 * client can take, make of them. Decided by the first request of the session. Immutable.
 */
sealed interface Dialect permits CurrentDialect, LegacyDialect, JsonpDialect {

  /** The content type of payloads that are text. */
  String TEXT = "text/plain; charset=UTF-8";

  /** The content type of payloads that are not. */
  String OCTETS = "application/octet-stream";

  /** The dialect of a session that a request opens (reference 1.3, 1.10). */
  static Dialect of(EngineRequest request) {
    // Any value counts, as in the reference; clients send 1.
    String b64 = request.query().get("b64");
    String index = request.query().get("j");
    boolean base64 = (b64 != null && !b64.isEmpty()) || index != null;
    Dialect dialect =
        switch (EngineProtocol.of(request)) {
          case V4 -> new CurrentDialect(base64);
          case V3 -> new LegacyDialect(base64);
        };
    return index == null ? dialect : new JsonpDialect(dialect, index);
  }

  /** The version of the protocol. */
  EngineProtocol protocol();

  /**
   * Reads a text frame of a WebSocket.
   *
   * @throws ProtocolException if it is no packet
   */
  EnginePacket text(String frame);

  /**
   * Reads a binary frame of a WebSocket.
   *
   * @throws ProtocolException if it is no packet
   */
  EnginePacket binary(byte[] frame);

  /** Sends a packet over a WebSocket. */
  void send(EngineFrame frame, WebSocketChannel channel, SendCallback callback);

  /** The body of the answer to a poll. */
  PollBody payload(List<EngineFrame> frames);

  /** Whether a POST may have a body of bytes rather than of text. */
  boolean takesOctets();

  /**
   * Reads the body of a POST.
   *
   * @param octets whether it came as bytes
   */
  Payload decode(byte[] body, boolean octets, int maxPackets);
}
