package dev.socketee.jakarta;

import java.util.Map;

/**
 * What an annotation says about a server.
 *
 * @param name what messages call it, such as {@code @SocketIODefinition of com.acme.Servers}
 * @param options the options, by keys without prefix
 */
public record AnnotatedOptions(String name, Map<String, String> options) {

  /** Options. */
  public AnnotatedOptions {
    options = Map.copyOf(options);
  }
}
