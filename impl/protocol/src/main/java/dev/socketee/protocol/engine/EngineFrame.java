package dev.socketee.protocol.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An Engine.IO packet to be sent, already in its wire form: made once, and shared by all recipients
 * of a broadcast. Text, with the type digit in front, or the raw bytes of a binary message as they
 * go over a WebSocket; {@link PayloadCodec} makes base64 of these for long-polling.
 *
 * <p>Immutable and thread-safe. Byte arrays are not copied, neither in nor out: nobody may write to
 * them.
 */
public final class EngineFrame {

  /** The heartbeat of the server (Engine.IO 4, Heartbeat). */
  public static final EngineFrame PING = control(EnginePacketType.PING, "");

  /** The answer to the heartbeat of a client (Engine.IO 3, Heartbeat). */
  public static final EngineFrame PONG = control(EnginePacketType.PONG, "");

  /** The answer to a probe (Engine.IO 4, Upgrade). */
  public static final EngineFrame PONG_PROBE = control(EnginePacketType.PONG, "probe");

  /** Ends a poll that has nothing to tell (Engine.IO 4, Upgrade). */
  public static final EngineFrame NOOP = control(EnginePacketType.NOOP, "");

  /** The server closes the transport. */
  public static final EngineFrame CLOSE = control(EnginePacketType.CLOSE, "");

  private final @Nullable String text;
  private final byte @Nullable [] binary;
  private final int size;
  private final boolean compressible;

  private EngineFrame(
      @Nullable String text, byte @Nullable [] binary, int size, boolean compressible) {
    this.text = text;
    this.binary = binary;
    this.size = size;
    this.compressible = compressible;
  }

  private EngineFrame(String text) {
    this(text, null, Utf8.length(text), true);
  }

  private EngineFrame(byte[] binary) {
    this(null, binary, binary.length, true);
  }

  /**
   * A message of text.
   *
   * @param data the text, to which the type digit is added
   * @return the frame
   */
  public static EngineFrame message(String data) {
    return control(EnginePacketType.MESSAGE, data);
  }

  /**
   * A message of text that has its type digit already: spares the layer above a copy.
   *
   * @param wire the text, starting with {@code 4}
   * @return the frame
   * @throws IllegalArgumentException if it starts otherwise
   */
  public static EngineFrame encodedMessage(String wire) {
    if (wire.isEmpty() || wire.charAt(0) != EnginePacketType.MESSAGE.digit()) {
      throw new IllegalArgumentException("an encoded message starts with its type digit, 4");
    }
    return new EngineFrame(wire);
  }

  /**
   * A message of bytes.
   *
   * @param data the bytes, not copied
   * @return the frame
   */
  public static EngineFrame binary(byte[] data) {
    return new EngineFrame(data);
  }

  /**
   * The handshake (Engine.IO 4, Handshake).
   *
   * @param json the JSON object of the handshake
   * @return the frame
   */
  public static EngineFrame open(String json) {
    return control(EnginePacketType.OPEN, json);
  }

  private static EngineFrame control(EnginePacketType type, String data) {
    return new EngineFrame(type.digit() + data);
  }

  /**
   * Which of {@link #text()} and {@link #binary()} there is.
   *
   * @return true if it is a message of bytes
   */
  public boolean isBinary() {
    return binary != null;
  }

  /**
   * The text with its type digit.
   *
   * @return the text
   * @throws IllegalStateException if {@link #isBinary()}
   */
  public String text() {
    if (text == null) {
      throw new IllegalStateException("a binary frame has no text");
    }
    return text;
  }

  /**
   * The raw bytes of the message.
   *
   * @return the bytes, not copied
   * @throws IllegalStateException unless {@link #isBinary()}
   */
  public byte[] binary() {
    if (binary == null) {
      throw new IllegalStateException("a text frame has no bytes");
    }
    return binary;
  }

  /**
   * The size on a WebSocket, without framing.
   *
   * @return bytes, for text those of its UTF-8
   */
  public int size() {
    return size;
  }

  /**
   * Whether it is worth compressing (reference 1.13).
   *
   * @return false for what came from {@link #uncompressed()}
   */
  public boolean isCompressible() {
    return compressible;
  }

  /**
   * The same packet, not worth compressing.
   *
   * @return a frame that shares the content of this one
   */
  public EngineFrame uncompressed() {
    return compressible ? new EngineFrame(text, binary, size, false) : this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EngineFrame frame
        && size == frame.size
        && compressible == frame.compressible
        && (text == null ? Arrays.equals(binary, frame.binary) : text.equals(frame.text));
  }

  @Override
  public int hashCode() {
    return text == null ? Arrays.hashCode(binary) : text.hashCode();
  }

  /** Says what it is, not what is in it: frames carry secrets such as session ids. */
  @Override
  public String toString() {
    return "EngineFrame[" + (isBinary() ? "binary" : "text") + ", " + size + " bytes]";
  }
}
