package dev.socketee.it.wire;

import dev.socketee.it.support.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A WebSocket client (RFC 6455) that sends what it is told to. */
public final class WebSocket implements Closeable {

  /** No close frame: RFC 6455, section 7.4.1. */
  public static final int ABNORMAL = 1006;

  /** A close frame without a code: RFC 6455, section 7.4.1. */
  public static final int NO_CODE = 1005;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Wire wire;
  private final Response opening;
  private boolean answersHeartbeats = true;
  private int closeCode = -1;

  private WebSocket(Wire wire, Response opening) {
    this.wire = wire;
    this.opening = opening;
  }

  /** A message: text, or bytes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Message(boolean isText, byte[] bytes) {}

  /** Opens a WebSocket. */
  public static WebSocket open(String pathAndQuery) throws IOException {
    Wire wire = Wire.connect();
    Response response = wire.send(request(pathAndQuery, "")).response();
    if (response.status() != 101) {
      wire.close();
      throw new IOException("not opened: " + response);
    }
    return new WebSocket(wire, response);
  }

  /** Sends the request to open one, with its usual headers and more, and reads what comes back. */
  public static Response handshake(String pathAndQuery, String moreHeaders) throws IOException {
    try (Wire wire = Wire.connect()) {
      return wire.send(request(pathAndQuery, moreHeaders)).response();
    }
  }

  private static String request(String pathAndQuery, String moreHeaders) {
    return """
        GET %s HTTP/1.1
        Host: %s:%d
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: %s
        %s
        """
        .formatted(
            pathAndQuery,
            TestServer.HOST,
            TestServer.port(),
            Base64.getEncoder().encodeToString(new byte[16]),
            moreHeaders);
  }

  /** The response that opened it. */
  public Response opening() {
    return opening;
  }

  /** From now on, Engine.IO's pings are messages like others, and nobody answers them. */
  public WebSocket withHeartbeats() {
    answersHeartbeats = false;
    return this;
  }

  /** Sends a text message. */
  public WebSocket send(String text) throws IOException {
    frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Sends a binary message. */
  public WebSocket send(byte[] bytes) throws IOException {
    frame(BINARY, true, bytes);
    return this;
  }

  /** Sends a text message in frames of one byte each. */
  public WebSocket sendInPieces(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      frame(i == 0 ? TEXT : CONTINUATION, i == bytes.length - 1, new byte[] {bytes[i]});
    }
    return this;
  }

  /** Sends a text message of bytes that need not be UTF-8. */
  public WebSocket sendAsText(byte[] bytes) throws IOException {
    frame(TEXT, true, bytes);
    return this;
  }

  /**
   * Sends a binary message that is said to have so many bytes, until the server says something, or
   * no longer takes it.
   *
   * @param most so many bytes are sent at most
   */
  public WebSocket sendBeginning(long length, int most) throws IOException {
    try {
      byte[] part = new byte[100_000];
      frame(BINARY, true, length, part);
      for (int sent = part.length; sent < most && wire.in().available() == 0; ) {
        wire.send(part);
        sent += part.length;
      }
    } catch (SocketException e) {
      closeCode = ABNORMAL;
    }
    return this;
  }

  private void frame(int opcode, boolean last, byte[] payload) throws IOException {
    frame(opcode, last, payload.length, payload);
  }

  private void frame(int opcode, boolean last, long length, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write(opcode | (last ? 0x80 : 0));
    if (length < 126) {
      frame.write((int) (0x80 | length));
    } else if (length < 0x10000) {
      frame.write(0x80 | 126);
      frame.write((int) (length >> 8));
      frame.write((int) length);
    } else {
      frame.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) (length >> shift));
      }
    }
    byte[] mask = {1, 2, 3, 4};
    frame.writeBytes(mask);
    for (int i = 0; i < payload.length; i++) {
      frame.write(payload[i] ^ mask[i % 4]);
    }
    wire.send(frame.toByteArray());
  }

  /** The next message, which has to be a text. */
  public String text() throws IOException {
    Message message = message();
    if (!message.isText()) {
      throw new IOException("bytes, not text: " + message.bytes().length);
    }
    return new String(message.bytes(), StandardCharsets.UTF_8);
  }

  /** The next message, which has to be bytes. */
  public byte[] bytes() throws IOException {
    Message message = message();
    if (message.isText()) {
      throw new IOException(
          "text, not bytes: " + new String(message.bytes(), StandardCharsets.UTF_8));
    }
    return message.bytes();
  }

  private Message message() throws IOException {
    Message message = next();
    if (message == null) {
      throw new EOFException("closed with " + closeCode);
    }
    return message;
  }

  /** Reads over everything until it is closed; the code, or one of those for none. */
  public int awaitClose() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (closeCode < 0 && next() != null) {
      if (System.nanoTime() > deadline) {
        throw new IOException("not closed");
      }
    }
    return closeCode;
  }

  /** The next message, {@code null} at the end. */
  private Message next() throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ByteArrayOutputStream payload = new ByteArrayOutputStream();
    boolean text = false;
    while (true) {
      int head;
      try {
        head = wire.in().read();
      } catch (SocketException e) {
        head = -1; // a reset
      }
      if (head < 0) {
        closeCode = ABNORMAL;
        return null;
      }
      byte[] bytes = wire.in().readNBytes(length());
      switch (head & 0x0F) {
        case CLOSE -> {
          closeCode = bytes.length < 2 ? NO_CODE : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
          return null;
        }
        case PING -> frame(PONG, true, bytes);
        case PONG -> {}
        default -> {
          text = (head & 0x0F) == TEXT || ((head & 0x0F) == CONTINUATION && text);
          payload.writeBytes(bytes);
          if ((head & 0x80) != 0) {
            if (!(text
                && answersHeartbeats
                && payload.toString(StandardCharsets.UTF_8).equals("2"))) {
              return new Message(text, payload.toByteArray());
            }
            if (System.nanoTime() > deadline) {
              throw new IOException("nothing but heartbeats");
            }
            send("3");
            payload.reset();
          }
        }
      }
    }
  }

  private int length() throws IOException {
    int length = wire.in().readUnsignedByte();
    if (length == 126) {
      return wire.in().readUnsignedShort();
    }
    return length == 127 ? Math.toIntExact(wire.in().readLong()) : length;
  }

  /** Closes with a code, as a client should. */
  public void close(int code) throws IOException {
    frame(CLOSE, true, new byte[] {(byte) (code >> 8), (byte) code});
  }

  /** Drops the connection. */
  public void reset() throws IOException {
    wire.reset();
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
