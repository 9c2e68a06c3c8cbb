package dev.socketee.protocol.socket;

import static dev.socketee.protocol.socket.SocketPacket.NO_ACK;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacketType;
import dev.socketee.protocol.json.JsonText;
import dev.socketee.protocol.json.Placeholders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a server sends, byte for byte as the reference does (1.16, Outputs). JSON is taken as
 * it is given: it has to be valid, in its shortest form, and with {@link Placeholders} for the
 * attachments. What is plainly wrong is an {@link IllegalArgumentException}.
 *
 * <p>Stateless and thread-safe.
 */
public final class SocketPacketEncoder {

  private static final char MESSAGE = EnginePacketType.MESSAGE.digit();

  private SocketPacketEncoder() {}

  /**
   * The client has joined a namespace.
   *
   * @param namespace its name
   * @param json the object to send along, null to send none
   * @return the packet
   */
  public static EncodedPacket connect(String namespace, @Nullable String json) {
    return plain(SocketPacketType.CONNECT, namespace, json == null ? "" : json);
  }

  /**
   * The client may not join a namespace.
   *
   * @param namespace its name
   * @param json the error: an object with {@code message}, and {@code data} if there is any
   * @return the packet
   */
  public static EncodedPacket connectError(String namespace, String json) {
    return plain(SocketPacketType.CONNECT_ERROR, namespace, json);
  }

  /**
   * The server makes the client leave a namespace.
   *
   * @param namespace its name
   * @return the packet
   */
  public static EncodedPacket disconnect(String namespace) {
    return plain(SocketPacketType.DISCONNECT, namespace, "");
  }

  /**
   * An event.
   *
   * @param namespace the namespace
   * @param ackId the id that the client is to answer with, {@link SocketPacket#NO_ACK} for no
   *     answer
   * @param jsonArray the name of the event and its arguments, a JSON array
   * @param attachments the binary data that placeholders point at, not copied; empty if there are
   *     none
   * @return the packet
   */
  public static EncodedPacket event(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    if (ackId < NO_ACK) {
      throw new IllegalArgumentException("ackId must not be negative, is " + ackId);
    }
    return attachments.isEmpty()
        ? plain(SocketPacketType.EVENT, namespace, ackId, jsonArray)
        : binary(SocketPacketType.BINARY_EVENT, namespace, ackId, jsonArray, attachments);
  }

  /**
   * The answer to an event of the client.
   *
   * @param namespace the namespace
   * @param ackId the id that came with the event
   * @param jsonArray the arguments, a JSON array
   * @param attachments the binary data that placeholders point at, not copied; empty if there are
   *     none
   * @return the packet
   */
  public static EncodedPacket ack(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    if (ackId < 0) {
      throw new IllegalArgumentException("ackId must not be negative, is " + ackId);
    }
    return attachments.isEmpty()
        ? plain(SocketPacketType.ACK, namespace, ackId, jsonArray)
        : binary(SocketPacketType.BINARY_ACK, namespace, ackId, jsonArray, attachments);
  }

  private static EncodedPacket plain(SocketPacketType type, String namespace, String json) {
    return packet("" + MESSAGE + type.digit() + prefix(namespace) + json, List.of());
  }

  private static EncodedPacket plain(
      SocketPacketType type, String namespace, long ackId, String json) {
    JsonText.requireArray(json);
    String wire = "" + MESSAGE + type.digit() + prefix(namespace) + id(ackId) + json;
    return packet(wire, List.of());
  }

  private static EncodedPacket binary(
      SocketPacketType type, String namespace, long ackId, String json, List<byte[]> attachments) {
    JsonText.requireArray(json);
    String count = attachments.size() + "-";
    String wire = "" + MESSAGE + type.digit() + count + prefix(namespace) + id(ackId) + json;
    return packet(wire, attachments.stream().map(EngineFrame::binary).toList());
  }

  private static EncodedPacket packet(String wire, List<EngineFrame> attachments) {
    return new EncodedPacket(EngineFrame.encodedMessage(wire), attachments);
  }

  private static String prefix(String namespace) {
    if (namespace.equals(SocketPacket.ROOT)) {
      return "";
    }
    if (!namespace.startsWith("/") || namespace.indexOf(',') >= 0) {
      throw new IllegalArgumentException(
          "a namespace starts with a slash and has no comma: " + namespace);
    }
    return namespace + ",";
  }

  private static String id(long ackId) {
    return ackId == NO_ACK ? "" : Long.toString(ackId);
  }
}
