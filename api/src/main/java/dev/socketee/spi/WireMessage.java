package dev.socketee.spi;

/**
 * A message of Engine.IO: text or bytes, which arrives as it was sent.
 *
 * <p>Source: reference 1.1.
 */
public sealed interface WireMessage {

  /**
   * A message of text.
   *
   * @param text the text
   */
  record Text(String text) implements WireMessage {}

  /**
   * A message of bytes.
   *
   * @param bytes the bytes, which are not copied and must not be modified
   */
  @SuppressWarnings("ArrayRecordComponent") // a message is never compared
  record Binary(byte[] bytes) implements WireMessage {}
}
