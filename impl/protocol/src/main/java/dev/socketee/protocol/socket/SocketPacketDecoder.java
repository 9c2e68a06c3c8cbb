package dev.socketee.protocol.socket;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.socket.SocketPacket.Ack;
import dev.socketee.protocol.socket.SocketPacket.Connect;
import dev.socketee.protocol.socket.SocketPacket.Disconnect;
import dev.socketee.protocol.socket.SocketPacket.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client sends, the messages of one connection in their order, and puts packets and
 * their attachments together. What it accepts is what the reference accepts (1.16), except for
 * spellings that are accidents of JavaScript and that the protocol does not allow.
 *
 * <p>Not thread-safe: one per connection, called by one thread at a time. After a {@link
 * ProtocolException} the connection is to be closed; what the decoder held is released.
 */
public final class SocketPacketDecoder {

  private final DecoderLimits limits;

  /** The packet whose attachments are awaited, null if there is none. */
  private @Nullable Pending pending;

  /**
   * For one connection.
   *
   * @param limits what to accept at most
   */
  public SocketPacketDecoder(DecoderLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads a message of text.
   *
   * @param message the message, without the digit of Engine.IO
   * @return the packet, empty if it is complete only with the attachments that are to follow
   * @throws ProtocolException if it is not a packet, or an attachment was awaited
   */
  public Optional<SocketPacket> text(String message) {
    if (pending != null) {
      pending = null;
      throw new ProtocolException(ProtocolError.UNEXPECTED_TEXT);
    }
    PacketHead head = PacketHead.parse(message, limits);
    SocketPacket packet =
        switch (head.type()) {
          case CONNECT -> connect(message, head);
          case DISCONNECT -> disconnect(message, head);
          case EVENT, BINARY_EVENT -> event(message, head);
          case ACK, BINARY_ACK -> ack(message, head);
          case CONNECT_ERROR -> throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
        };
    if (head.attachments() > 0) {
      pending = new Pending(packet, head.attachments());
      return Optional.empty();
    }
    return Optional.of(packet);
  }

  /**
   * Reads a message of bytes: the next attachment.
   *
   * @param attachment the bytes, not copied
   * @return the packet if this was its last attachment, empty if more are to follow
   * @throws ProtocolException if no attachment was awaited, or they are too large together
   */
  public Optional<SocketPacket> binary(byte[] attachment) {
    if (pending == null) {
      throw new ProtocolException(ProtocolError.UNEXPECTED_BINARY);
    }
    if (attachment.length > limits.maxAttachmentBytes() - pending.bytes) {
      pending = null;
      throw new ProtocolException(ProtocolError.ATTACHMENTS_TOO_LARGE);
    }
    pending.add(attachment);
    if (!pending.isComplete()) {
      return Optional.empty();
    }
    SocketPacket packet = pending.packet();
    pending = null;
    return Optional.of(packet);
  }

  /**
   * Whether attachments are awaited: who never sends them has to be disconnected by somebody with a
   * clock.
   *
   * @return true between a packet that announces attachments and the last of them
   */
  public boolean isPending() {
    return pending != null;
  }

  private Connect connect(String message, PacketHead head) {
    if (head.payload() == message.length()) {
      return new Connect(head.namespace(), null);
    }
    JsonScanner.requireObject(message, head.payload(), limits.maxDepth());
    return new Connect(head.namespace(), message.substring(head.payload()));
  }

  private static Disconnect disconnect(String message, PacketHead head) {
    if (head.payload() < message.length()) {
      throw new ProtocolException(ProtocolError.INVALID_PAYLOAD);
    }
    return new Disconnect(head.namespace());
  }

  private Event event(String message, PacketHead head) {
    JsonElements elements = elements(message, head);
    JsonArguments args = JsonArguments.ofEvent(EventNames.of(elements), elements);
    return new Event(head.namespace(), head.id(), args);
  }

  private Ack ack(String message, PacketHead head) {
    JsonArguments args = JsonArguments.ofAck(elements(message, head));
    return new Ack(head.namespace(), head.id(), args);
  }

  private JsonElements elements(String message, PacketHead head) {
    JsonElements elements = JsonScanner.array(message, head.payload(), limits.maxDepth());
    if (head.type().isBinary()) {
      Placeholders.require(elements.array(), head.attachments());
    }
    return elements;
  }

  /** A packet that waits for attachments. */
  private static final class Pending {

    private final SocketPacket head;
    private final int expected;
    private final List<byte[]> attachments;
    private long bytes;

    Pending(SocketPacket head, int expected) {
      this.head = head;
      this.expected = expected;
      this.attachments = new ArrayList<>();
    }

    void add(byte[] attachment) {
      attachments.add(attachment);
      bytes += attachment.length;
    }

    boolean isComplete() {
      return attachments.size() == expected;
    }

    SocketPacket packet() {
      if (head instanceof Event event) {
        return new Event(event.namespace(), event.ackId(), event.args().with(attachments));
      }
      Ack ack = (Ack) head;
      return new Ack(ack.namespace(), ack.ackId(), ack.args().with(attachments));
    }
  }
}
