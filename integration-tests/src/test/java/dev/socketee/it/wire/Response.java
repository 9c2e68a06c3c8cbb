package dev.socketee.it.wire;

import java.util.Map;

/**
 * What a server answers.
 *
 * @param headers by lower-case name; of several of one name, the last
 * @param body its bytes as characters of ISO 8859-1
 */
public record Response(int status, Map<String, String> headers, String body) {

  /** A header, or the empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
