package dev.socketee.server;

import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.ParserLimits;
import dev.socketee.spi.WireMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format of a parser that the application has brought. */
final class ParserFormat implements WireFormat {

  private final Parser parser;

  ParserFormat(Parser parser) {
    this.parser = parser;
  }

  @Override
  public String name() {
    return parser.name();
  }

  @Override
  public EncodedPacket connect(String namespace, @Nullable String json) {
    return encode(new Packet(Packet.Type.CONNECT, namespace, Packet.NO_ID, json, List.of()));
  }

  @Override
  public EncodedPacket connectError(String namespace, String json) {
    return encode(new Packet(Packet.Type.CONNECT_ERROR, namespace, Packet.NO_ID, json, List.of()));
  }

  @Override
  public EncodedPacket disconnect(String namespace) {
    return encode(new Packet(Packet.Type.DISCONNECT, namespace, Packet.NO_ID, null, List.of()));
  }

  @Override
  public EncodedPacket event(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return encode(new Packet(Packet.Type.EVENT, namespace, ackId, jsonArray, attachments));
  }

  @Override
  public EncodedPacket ack(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return encode(new Packet(Packet.Type.ACK, namespace, ackId, jsonArray, attachments));
  }

  private EncodedPacket encode(Packet packet) {
    List<EngineFrame> frames = parser.encode(packet).stream().map(ParserFormat::frame).toList();
    if (frames.isEmpty()) {
      throw new IllegalStateException("the parser " + name() + " made no message of a packet");
    }
    return new EncodedPacket(frames.get(0), frames.subList(1, frames.size()));
  }

  private static EngineFrame frame(WireMessage message) {
    return message instanceof WireMessage.Text text
        ? EngineFrame.message(text.text())
        : EngineFrame.binary(((WireMessage.Binary) message).bytes());
  }

  @Override
  public PacketReader reader(DecoderLimits limits) {
    Parser.Decoder decoder =
        parser.decoder(
            new ParserLimits(
                limits.maxAttachments(),
                limits.maxAttachmentBytes(),
                limits.maxDepth(),
                limits.maxNamespaceLength()));
    return new ParserReader(name(), decoder, limits);
  }
}
