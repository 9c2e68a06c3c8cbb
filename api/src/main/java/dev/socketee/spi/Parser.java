package dev.socketee.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How packets look on the wire. A server has one parser, and its clients need the same: the default
 * one is that of every client, {@code msgpack} is that of {@code socket.io-msgpack-parser}. Others
 * implement this interface.
 *
 * <p>A server that is built in code is given its parser ({@link
 * dev.socketee.SocketIOBuilder#parser}). Otherwise one is found by {@link java.util.ServiceLoader}
 * and chosen by its {@linkplain #name() name}, with the option {@code socketio.parser}; with the
 * option set to anything that is not found the application does not start.
 *
 * <p>Thread-safe: one instance serves a whole server, and is called on the threads of the container
 * and of the application. It must not block. What it throws on encoding goes to who emits.
 *
 * <p>Source: reference 4.8, Parsers.
 */
public interface Parser {

  /**
   * The name to choose it by.
   *
   * @return a name, neither {@code default} nor {@code msgpack}
   */
  String name();

  /**
   * Encodes a packet. An event that is broadcast is encoded once, and sent to all recipients as it
   * is.
   *
   * @param packet what is to be sent; of type {@link Packet.Type#CONNECT}, {@link
   *     Packet.Type#DISCONNECT}, {@link Packet.Type#CONNECT_ERROR}, {@link Packet.Type#EVENT} or
   *     {@link Packet.Type#ACK}
   * @return one message or several, which arrive one after the other
   */
  List<WireMessage> encode(Packet packet);

  /**
   * Makes a decoder for one connection.
   *
   * @param limits what to accept at most. What the decoder returns is held against them anyway; who
   *     keeps to them while it reads spares memory
   * @return a decoder, used by one thread at a time
   */
  Decoder decoder(ParserLimits limits);

  /** Puts the packets of one client together. */
  interface Decoder {

    /**
     * Takes the next message.
     *
     * @param message what the client sent
     * @return the packet, or {@code null} if further messages belong to it
     * @throws MalformedPacketException if it is none. The connection is closed, as it is, with an
     *     error in the log, for any other exception
     */
    @Nullable Packet decode(WireMessage message);

    /**
     * Whether a packet has begun and needs further messages. A client that leaves them out for
     * longer than the option {@code attachment-timeout} is disconnected.
     *
     * @return {@code false} unless the last call returned {@code null}
     */
    boolean pending();
  }
}
