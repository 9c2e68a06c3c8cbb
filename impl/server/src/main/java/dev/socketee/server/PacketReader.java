package dev.socketee.server;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.socket.SocketPacket;
import java.util.Optional;

/** Reads the packets of one client, and tells how large they were. Not thread-safe. */
public interface PacketReader {

  /**
   * A message of text.
   *
   * @return the packet, or empty if more messages belong to it
   * @throws ProtocolException if it is none; the connection is to be closed
   */
  Optional<SocketPacket> text(String message);

  /**
   * A message of bytes, which the reader may keep.
   *
   * @return the packet, or empty if more messages belong to it
   * @throws ProtocolException if it is none; the connection is to be closed
   */
  Optional<SocketPacket> binary(byte[] message);

  /** Whether messages are to follow that belong to the packet that was begun. */
  boolean isPending();

  /** The size of the packet that was read last, with its attachments: what it takes to keep it. */
  long size();
}
