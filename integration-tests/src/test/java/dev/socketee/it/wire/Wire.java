package dev.socketee.it.wire;

import dev.socketee.it.support.TestServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A TCP connection to the server, on which a test says every byte. */
public final class Wire implements Closeable {

  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.out = socket.getOutputStream();
  }

  /** Connects. Reading fails after a while without anything. */
  public static Wire connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), TestServer.port());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return new Wire(socket);
  }

  /** Sends text, line feeds as CR LF. */
  public Wire send(String text) throws IOException {
    return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends bytes. */
  public Wire send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  DataInputStream in() {
    return in;
  }

  /** Reads a response, its body too if it is not an upgrade. */
  public Response response() throws IOException {
    String statusLine = line();
    int status = Integer.parseInt(statusLine.split(" ", -1)[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new Response(status, headers, status == 101 ? "" : body(headers));
  }

  private String body(Map<String, String> headers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      for (int size = chunk(); size > 0; size = chunk()) {
        body.write(in.readNBytes(size));
        line();
      }
      line();
    } else {
      body.write(in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
    }
    return body.toString(StandardCharsets.ISO_8859_1);
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection after: " + line);
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  /** Whether the server closes the connection, without sending anything. */
  public boolean closedByServer() throws IOException {
    return in.read() < 0;
  }

  /** Drops the connection as a lost network does: no farewell, by a reset. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
