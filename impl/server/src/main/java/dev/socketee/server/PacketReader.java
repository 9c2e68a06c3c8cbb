package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketDecoder;
import java.util.Optional;

/** Reads packets and tells how large they were. Not thread-safe. */
final class PacketReader {

  private final SocketPacketDecoder decoder;
  private long size;

  PacketReader(DecoderLimits limits) {
    decoder = new SocketPacketDecoder(limits);
  }

  Optional<SocketPacket> text(String message) {
    size = message.length();
    return decoder.text(message);
  }

  Optional<SocketPacket> binary(byte[] attachment) {
    size += attachment.length;
    return decoder.binary(attachment);
  }

  /** Whether attachments are to follow. */
  boolean isPending() {
    return decoder.isPending();
  }

  /** The size of the packet that was read last, with its attachments. */
  long size() {
    return size;
  }
}
