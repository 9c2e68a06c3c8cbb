package dev.socketee.protocol.socket;

import org.jspecify.annotations.Nullable;

/**
 * A Socket.IO packet that a client sent, complete with its attachments. What is sent to a client is
 * an {@link EncodedPacket}.
 */
public sealed interface SocketPacket {

  /** The namespace that every server has, and that packets leave out. */
  String ROOT = "/";

  /** In place of the id of an acknowledgement, where there is none. */
  long NO_ACK = -1;

  /**
   * The type, for a switch.
   *
   * @return the type; for a packet with attachments that of its plain form, {@link
   *     SocketPacketType#EVENT} or {@link SocketPacketType#ACK}, as in the reference
   */
  SocketPacketType type();

  /**
   * The namespace.
   *
   * @return its name as the client spelled it, starting with a slash
   */
  String namespace();

  /**
   * The client asks to join a namespace.
   *
   * @param namespace its name
   * @param auth the JSON text of the object it sent along, null if it sent none
   */
  record Connect(String namespace, @Nullable String auth) implements SocketPacket {
    @Override
    public SocketPacketType type() {
      return SocketPacketType.CONNECT;
    }
  }

  /**
   * The client leaves a namespace.
   *
   * @param namespace its name
   */
  record Disconnect(String namespace) implements SocketPacket {
    @Override
    public SocketPacketType type() {
      return SocketPacketType.DISCONNECT;
    }
  }

  /**
   * An event.
   *
   * @param namespace the namespace
   * @param ackId the id to answer with, {@link #NO_ACK} if no answer is wanted; an id that does not
   *     fit is {@link Long#MAX_VALUE} (the reference loses precision much earlier)
   * @param args its name and its arguments
   */
  record Event(String namespace, long ackId, JsonArguments args) implements SocketPacket {
    @Override
    public SocketPacketType type() {
      return SocketPacketType.EVENT;
    }

    /**
     * The name of the event.
     *
     * @return {@link JsonArguments#event()}
     */
    public String event() {
      return args.event();
    }
  }

  /**
   * The answer to an event.
   *
   * @param namespace the namespace
   * @param ackId the id of the event; {@link #NO_ACK} if the client sent none, which like any
   *     unknown id is to be ignored
   * @param args its arguments
   */
  record Ack(String namespace, long ackId, JsonArguments args) implements SocketPacket {
    @Override
    public SocketPacketType type() {
      return SocketPacketType.ACK;
    }
  }
}
