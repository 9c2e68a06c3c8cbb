package dev.socketee.protocol.msgpack;

import static dev.socketee.protocol.socket.SocketPacket.NO_ACK;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a server sends to a client with {@code socket.io-msgpack-parser} 3: every packet is
 * one binary message, whatever it carries. JSON is taken as it is given: it has to be valid, and
 * with placeholders in their shortest form for the attachments.
 *
 * <p>Stateless and thread-safe.
 */
public final class MsgpackPacketEncoder {

  /** What there is around the data, roughly. */
  private static final long ENVELOPE = 48;

  private MsgpackPacketEncoder() {}

  /**
   * The client has joined a namespace.
   *
   * @param namespace its name
   * @param json the object to send along, null to send none
   * @return the packet
   */
  public static EncodedPacket connect(String namespace, @Nullable String json) {
    return packet(SocketPacketType.CONNECT, namespace, NO_ACK, json, List.of());
  }

  /**
   * The client may not join a namespace.
   *
   * @param namespace its name
   * @param json the error: an object with {@code message}, and {@code data} if there is any
   * @return the packet
   */
  public static EncodedPacket connectError(String namespace, String json) {
    return packet(SocketPacketType.CONNECT_ERROR, namespace, NO_ACK, json, List.of());
  }

  /**
   * The server makes the client leave a namespace.
   *
   * @param namespace its name
   * @return the packet
   */
  public static EncodedPacket disconnect(String namespace) {
    return packet(SocketPacketType.DISCONNECT, namespace, NO_ACK, null, List.of());
  }

  /**
   * An event.
   *
   * @param namespace the namespace
   * @param ackId the id that the client is to answer with, {@link SocketPacket#NO_ACK} for no
   *     answer
   * @param jsonArray the name of the event and its arguments, a JSON array
   * @param attachments the binary data that placeholders point at; empty if there are none
   * @return the packet
   * @throws IllegalArgumentException if the id or the JSON is plainly wrong
   */
  public static EncodedPacket event(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    if (ackId < NO_ACK) {
      throw new IllegalArgumentException("ackId must not be negative, is " + ackId);
    }
    JsonText.requireArray(jsonArray);
    return packet(SocketPacketType.EVENT, namespace, ackId, jsonArray, attachments);
  }

  /**
   * The answer to an event of the client.
   *
   * @param namespace the namespace
   * @param ackId the id that came with the event
   * @param jsonArray the arguments, a JSON array
   * @param attachments the binary data that placeholders point at; empty if there are none
   * @return the packet
   * @throws IllegalArgumentException if the id or the JSON is plainly wrong
   */
  public static EncodedPacket ack(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    if (ackId < 0) {
      throw new IllegalArgumentException("ackId must not be negative, is " + ackId);
    }
    JsonText.requireArray(jsonArray);
    return packet(SocketPacketType.ACK, namespace, ackId, jsonArray, attachments);
  }

  private static EncodedPacket packet(
      SocketPacketType type,
      String namespace,
      long ackId,
      @Nullable String json,
      List<byte[]> attachments) {
    if (!namespace.startsWith(SocketPacket.ROOT)) {
      throw new IllegalArgumentException("a namespace starts with a slash: " + namespace);
    }
    long size = ENVELOPE + (json == null ? 0 : json.length());
    for (byte[] attachment : attachments) {
      size += attachment.length;
    }
    MsgpackOutput out = new MsgpackOutput(Math.toIntExact(size));
    out.map(2 + (json == null ? 0 : 1) + (ackId == NO_ACK ? 0 : 1));
    out.string("type");
    out.integer(type.number());
    out.string("nsp");
    out.string(namespace);
    if (json != null) {
      out.string("data");
      JsonToMsgpack.write(json, attachments, out);
    }
    if (ackId != NO_ACK) {
      out.string("id");
      out.integer(ackId);
    }
    return new EncodedPacket(EngineFrame.binary(out.toByteArray()), List.of());
  }
}
