package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.spi.Parser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How packets look on the wire: what the reference calls a parser. One for a whole server, because
 * a broadcast is framed once for all recipients. Thread-safe.
 *
 * <p>Source: reference 4.8, Parsers.
 */
public interface WireFormat {

  /** The format of Socket.IO 5: text, with attachments. */
  WireFormat DEFAULT = new DefaultFormat();

  /** The format of {@code socket.io-msgpack-parser} 3: a binary message for each packet. */
  WireFormat MSGPACK = new MsgpackFormat();

  /** The format of a parser that the application has brought. */
  static WireFormat of(Parser parser) {
    return new ParserFormat(parser);
  }

  /** The name by which it is configured. */
  String name();

  /** The client has joined a namespace; with an object for it, or {@code null} for none. */
  EncodedPacket connect(String namespace, @Nullable String json);

  /** The client may not join a namespace; with the error, mostly an object. */
  EncodedPacket connectError(String namespace, String json);

  /** The server makes the client leave a namespace. */
  EncodedPacket disconnect(String namespace);

  /**
   * An event.
   *
   * @param ackId the id to answer with, {@link dev.socketee.protocol.socket.SocketPacket#NO_ACK} if
   *     no answer is wanted
   * @param jsonArray its name and its arguments
   * @param attachments what the placeholders in it point at
   */
  EncodedPacket event(String namespace, long ackId, String jsonArray, List<byte[]> attachments);

  /** The answer to an event of the client. */
  EncodedPacket ack(String namespace, long ackId, String jsonArray, List<byte[]> attachments);

  /** Reads what one client sends. */
  PacketReader reader(DecoderLimits limits);
}
