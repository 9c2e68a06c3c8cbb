package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.EncodedPacket;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketDecoder;
import dev.socketee.protocol.socket.SocketPacketEncoder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The format of Socket.IO 5 (reference 1.16). */
final class DefaultFormat implements WireFormat {

  @Override
  public String name() {
    return "default";
  }

  @Override
  public EncodedPacket connect(String namespace, @Nullable String json) {
    return SocketPacketEncoder.connect(namespace, json);
  }

  @Override
  public EncodedPacket connectError(String namespace, String json) {
    return SocketPacketEncoder.connectError(namespace, json);
  }

  @Override
  public EncodedPacket disconnect(String namespace) {
    return SocketPacketEncoder.disconnect(namespace);
  }

  @Override
  public EncodedPacket event(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return SocketPacketEncoder.event(namespace, ackId, jsonArray, attachments);
  }

  @Override
  public EncodedPacket ack(
      String namespace, long ackId, String jsonArray, List<byte[]> attachments) {
    return SocketPacketEncoder.ack(namespace, ackId, jsonArray, attachments);
  }

  @Override
  public PacketReader reader(DecoderLimits limits) {
    return new Reader(limits);
  }

  private static final class Reader implements PacketReader {

    private final SocketPacketDecoder decoder;
    private long size;

    Reader(DecoderLimits limits) {
      decoder = new SocketPacketDecoder(limits);
    }

    @Override
    public Optional<SocketPacket> text(String message) {
      size = message.length();
      return decoder.text(message);
    }

    @Override
    public Optional<SocketPacket> binary(byte[] attachment) {
      size += attachment.length;
      return decoder.binary(attachment);
    }

    @Override
    public boolean isPending() {
      return decoder.isPending();
    }

    @Override
    public long size() {
      return size;
    }
  }
}
