package dev.socketee.server;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.MalformedPacketException;
import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.WireMessage;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Reads by a parser that the application has brought. Nothing that it returns is trusted: it comes
 * from the client, and the parser may have looked at none of it.
 */
final class ParserReader implements PacketReader {

  private final String name;
  private final Parser.Decoder decoder;
  private final DecoderLimits limits;
  private long size;

  ParserReader(String name, Parser.Decoder decoder, DecoderLimits limits) {
    this.name = name;
    this.decoder = decoder;
    this.limits = limits;
  }

  @Override
  public Optional<SocketPacket> text(String message) {
    return decode(new WireMessage.Text(message));
  }

  @Override
  public Optional<SocketPacket> binary(byte[] message) {
    return decode(new WireMessage.Binary(message));
  }

  private Optional<SocketPacket> decode(WireMessage message) {
    try {
      return Optional.ofNullable(decoder.decode(message)).map(this::checked);
    } catch (ProtocolException e) {
      throw e;
    } catch (MalformedPacketException e) {
      throw new ProtocolException(ProtocolError.INVALID_PAYLOAD, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      SocketIOServer.LOG.log(Level.ERROR, "The parser " + name + " failed on a message", e);
      throw new ProtocolException(ProtocolError.INVALID_PAYLOAD, "the parser failed");
    }
  }

  private SocketPacket checked(Packet packet) {
    String namespace = packet.namespace();
    if (!namespace.startsWith(SocketPacket.ROOT) || namespace.indexOf(',') >= 0) {
      throw invalid();
    }
    if (namespace.length() > limits.maxNamespaceLength()) {
      throw new ProtocolException(ProtocolError.NAMESPACE_TOO_LONG);
    }
    if (packet.id() < Packet.NO_ID) {
      throw invalid();
    }
    size = sizeOf(packet);
    return switch (packet.type()) {
      case CONNECT -> connect(packet);
      case DISCONNECT -> new SocketPacket.Disconnect(namespace);
      case EVENT ->
          new SocketPacket.Event(
              namespace, packet.id(), JsonArguments.event(elements(packet), packet.attachments()));
      case ACK ->
          new SocketPacket.Ack(
              namespace, packet.id(), JsonArguments.ack(elements(packet), packet.attachments()));
      case CONNECT_ERROR -> throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
    };
  }

  private SocketPacket connect(Packet packet) {
    String auth = packet.json();
    if (auth != null) {
      JsonScanner.requireObject(auth, 0, limits.maxDepth());
    }
    return new SocketPacket.Connect(packet.namespace(), auth);
  }

  private JsonElements elements(Packet packet) {
    String json = packet.json();
    List<byte[]> attachments = packet.attachments();
    if (json == null) {
      throw invalid();
    }
    if (attachments.size() > limits.maxAttachments()) {
      throw new ProtocolException(ProtocolError.TOO_MANY_ATTACHMENTS);
    }
    if (size - json.length() > limits.maxAttachmentBytes()) {
      throw new ProtocolException(ProtocolError.ATTACHMENTS_TOO_LARGE);
    }
    JsonElements elements = JsonScanner.array(json, 0, limits.maxDepth());
    if (!attachments.isEmpty()) {
      Placeholders.require(json, attachments.size());
    }
    return elements;
  }

  private static long sizeOf(Packet packet) {
    String json = packet.json();
    long size = json == null ? 0 : json.length();
    for (byte[] attachment : packet.attachments()) {
      size += attachment.length;
    }
    return size;
  }

  private static ProtocolException invalid() {
    return new ProtocolException(ProtocolError.INVALID_PAYLOAD);
  }

  @Override
  public boolean isPending() {
    return decoder.pending();
  }

  @Override
  public long size() {
    return size;
  }
}
