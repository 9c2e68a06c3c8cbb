package dev.socketee.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses responses to polls (reference 1.13): gzip, else deflate, else not at all. */
public final class Compression {

  private static final List<String> CODINGS = List.of("gzip", "deflate");

  private Compression() {}

  /**
   * Compresses a body if the client accepts it, and says so in the headers.
   *
   * @param acceptEncoding the request's header, or {@code null}
   * @return the compressed body, or the same
   */
  public static byte[] compress(
      byte[] body, @Nullable String acceptEncoding, Map<String, String> headers) {
    String coding = AcceptEncoding.choose(acceptEncoding, CODINGS).orElse(null);
    if (coding == null) {
      return body;
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 2);
    try (OutputStream out =
        coding.equals("gzip")
            ? new GZIPOutputStream(compressed)
            : new DeflaterOutputStream(compressed)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    headers.put("Content-Encoding", coding);
    return compressed.toByteArray();
  }
}
