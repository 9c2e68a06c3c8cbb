package dev.socketee.jakarta.config;

import java.util.Optional;
import java.util.Set;

/** Somewhere that options are set. */
public interface ConfigSource {

  /** What the messages call it, such as {@code context-param}. */
  String name();

  /**
   * The value of a key.
   *
   * @param key the whole key, prefix included
   * @return the text; empty if the key is not set here
   * @throws IllegalArgumentException if it is set, but cannot be read; the message says why
   */
  Optional<String> value(String key);

  /**
   * The keys that are set here under a prefix, whether they are options or not.
   *
   * @param prefix what they start with
   */
  Set<String> keys(String prefix);

  /** How a key of this source is written there; messages show it so. */
  default String shown(String key) {
    return key;
  }

  /**
   * The server that all keys here are of, whatever they say; empty if that is for each key to say.
   */
  default Optional<String> owner() {
    return Optional.empty();
  }
}
