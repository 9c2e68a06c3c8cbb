package dev.socketee.server;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.msgpack.MsgpackPacketDecoder;
import dev.socketee.protocol.msgpack.MsgpackPacketEncoder;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format of {@code socket.io-msgpack-parser} 3 (reference 4.8). */
final class MsgpackFormat implements WireFormat {

  @Override
  public String name() {
    return "msgpack";
  }

  @Override
  public EncodedPacket connect(String namespace, @Nullable String json) {
    return MsgpackPacketEncoder.connect(namespace, json);
  }

  @Override
  public EncodedPacket connectError(String namespace, String json) {
    return MsgpackPacketEncoder.connectError(namespace, json);
  }

  @Override
  public EncodedPacket disconnect(String namespace) {
    return MsgpackPacketEncoder.disconnect(namespace);
  }

  @Override
  public EncodedPacket event(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return MsgpackPacketEncoder.event(namespace, ackId, jsonArray, attachments);
  }

  @Override
  public EncodedPacket ack(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return MsgpackPacketEncoder.ack(namespace, ackId, jsonArray, attachments);
  }

  @Override
  public PacketReader reader(DecoderLimits limits) {
    return new Reader(limits);
  }

  private static final class Reader implements PacketReader {

    private final DecoderLimits limits;
    private long size;

    Reader(DecoderLimits limits) {
      this.limits = limits;
    }

    /** A client with another parser: it would not understand the answers either. */
    @Override
    public Optional<SocketPacket> text(String message) {
      throw new ProtocolException(
          ProtocolError.UNEXPECTED_TEXT,
          "a text packet, where the server has the MessagePack parser");
    }

    @Override
    public Optional<SocketPacket> binary(byte[] message) {
      SocketPacket packet = MsgpackPacketDecoder.decode(message, limits);
      size =
          switch (packet.type()) {
            case EVENT -> sizeOf(((SocketPacket.Event) packet).args());
            case ACK -> sizeOf(((SocketPacket.Ack) packet).args());
            case CONNECT, DISCONNECT, CONNECT_ERROR, BINARY_EVENT, BINARY_ACK -> message.length;
          };
      return Optional.of(packet);
    }

    /** What it has become: the text can be several times as long as the message was. */
    private static long sizeOf(JsonArguments args) {
      long size = args.length();
      for (byte[] attachment : args.attachments()) {
        size += attachment.length;
      }
      return size;
    }

    @Override
    public boolean isPending() {
      return false;
    }

    @Override
    public long size() {
      return size;
    }
  }
}
