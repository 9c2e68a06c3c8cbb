package dev.socketee.protocol.msgpack;

import dev.socketee.protocol.ProtocolError;
import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.Placeholders;
import dev.socketee.protocol.msgpack.MsgpackTokens.Kind;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.protocol.socket.SocketPacketType;
import org.jspecify.annotations.Nullable;

/**
 * Reads a packet that a client with {@code socket.io-msgpack-parser} 3 sent (reference 4.8): a map
 * of {@code type}, {@code nsp}, {@code data} and {@code id}, in any order, and what else there may
 * be. It refuses what the reference refuses, and also, as the default parser does, reserved event
 * names, events without a name, and whatever is past the limits.
 *
 * <p>Stateless and thread-safe.
 */
public final class MsgpackPacketDecoder {

  private static final int ABSENT = -1;

  private final byte[] message;
  private final DecoderLimits limits;
  private final MsgpackTokens tokens;

  private long type = ABSENT;
  private @Nullable String namespace;
  private long id = SocketPacket.NO_ACK;
  private int data = ABSENT;

  private MsgpackPacketDecoder(byte[] message, DecoderLimits limits) {
    this.message = message;
    this.limits = limits;
    this.tokens = new MsgpackTokens(message, 0);
  }

  /**
   * Reads a packet.
   *
   * @param message a binary message, all of it
   * @param limits what to accept at most
   * @return the packet, with copies of its binary data
   * @throws ProtocolException if it is none
   */
  public static SocketPacket decode(byte[] message, DecoderLimits limits) {
    return new MsgpackPacketDecoder(message, limits).packet();
  }

  private SocketPacket packet() {
    readMap();
    SocketPacketType known = SocketPacketType.ofNumber(type);
    String name = namespace;
    if (name == null) {
      throw MsgpackTokens.invalid();
    }
    return switch (known) {
      case CONNECT -> connect(name);
      case DISCONNECT -> disconnect(name);
      case EVENT -> new SocketPacket.Event(name, id, arguments(true));
      case ACK -> new SocketPacket.Ack(name, id, arguments(false));
      case CONNECT_ERROR, BINARY_EVENT, BINARY_ACK ->
          throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
    };
  }

  private void readMap() {
    if (tokens.next() != Kind.MAP) {
      throw MsgpackTokens.invalid();
    }
    for (int entries = tokens.count(); entries > 0; entries--) {
      if (tokens.next() != Kind.STRING) {
        throw MsgpackTokens.invalid();
      }
      switch (tokens.string()) {
        case "type" -> type = type();
        case "nsp" -> namespace = namespace();
        case "id" -> id = id();
        case "data" -> data = data();
        default -> tokens.skip();
      }
    }
    if (!tokens.atEnd()) {
      throw MsgpackTokens.invalid();
    }
  }

  private long type() {
    if (tokens.next() != Kind.INTEGER) {
      throw new ProtocolException(ProtocolError.UNKNOWN_PACKET_TYPE);
    }
    return tokens.integer();
  }

  private String namespace() {
    if (tokens.next() != Kind.STRING) {
      throw MsgpackTokens.invalid();
    }
    String name = tokens.string();
    if (name.length() > limits.maxNamespaceLength()) {
      throw new ProtocolException(ProtocolError.NAMESPACE_TOO_LONG);
    }
    if (!name.startsWith(SocketPacket.ROOT) || name.indexOf(',') >= 0) {
      throw MsgpackTokens.invalid();
    }
    return name;
  }

  private long id() {
    return switch (tokens.next()) {
      case UNDEFINED -> SocketPacket.NO_ACK;
      case UNSIGNED -> Long.MAX_VALUE;
      case INTEGER -> {
        if (tokens.integer() < 0) {
          throw MsgpackTokens.invalid();
        }
        yield tokens.integer();
      }
      case NIL, FALSE, TRUE, FLOAT, STRING, BINARY, DATE, ARRAY, MAP ->
          throw MsgpackTokens.invalid();
    };
  }

  /** Where the data starts, to be read when the type is known. */
  private int data() {
    int start = tokens.position();
    tokens.skip();
    return new MsgpackTokens(message, start).next() == Kind.UNDEFINED ? ABSENT : start;
  }

  /** Nothing could be done with binary data here: what comes with a CONNECT is JSON. */
  private SocketPacket connect(String name) {
    if (data == ABSENT) {
      return new SocketPacket.Connect(name, null);
    }
    MsgpackToJson transcoder = transcoder();
    String auth = transcoder.json();
    if (!transcoder.attachments().isEmpty()) {
      throw new ProtocolException(ProtocolError.ILLEGAL_ATTACHMENTS);
    }
    JsonScanner.requireObject(auth, 0, limits.maxDepth());
    return new SocketPacket.Connect(name, auth);
  }

  private SocketPacket disconnect(String name) {
    if (data != ABSENT) {
      throw MsgpackTokens.invalid();
    }
    return new SocketPacket.Disconnect(name);
  }

  private JsonArguments arguments(boolean event) {
    if (data == ABSENT) {
      throw MsgpackTokens.invalid();
    }
    MsgpackToJson transcoder = transcoder();
    String json = transcoder.json();
    JsonElements elements = JsonScanner.array(json, 0, limits.maxDepth());
    int attachments = transcoder.attachments().size();
    if (attachments > 0) {
      // Also maps that only look like placeholders were sent as data: they must not mislead.
      Placeholders.require(json, attachments);
    }
    return event
        ? JsonArguments.event(elements, transcoder.attachments())
        : JsonArguments.ack(elements, transcoder.attachments());
  }

  private MsgpackToJson transcoder() {
    return new MsgpackToJson(new MsgpackTokens(message, data), limits, message.length);
  }
}
