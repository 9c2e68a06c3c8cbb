package dev.socketee.protocol;

/** What a peer did wrong. Closed vocabulary; the text is safe to show to the peer and to log. */
public enum ProtocolError {
  /** An Engine.IO packet that starts with nothing known (Engine.IO 4, Packet encoding). */
  PARSE_ERROR("parse error"),
  /** A polling payload of more packets than allowed. */
  TOO_MANY_PACKETS("too many packets"),
  /** A Socket.IO packet that is empty, of an unknown type, or of one that a client never sends. */
  UNKNOWN_PACKET_TYPE("unknown packet type"),
  /** JSON that is missing, not valid, or not what the type of the packet asks for. */
  INVALID_PAYLOAD("invalid payload"),
  /** An event with a name that the library keeps for itself, such as {@code disconnect}. */
  RESERVED_EVENT("reserved event name"),
  /** A number of attachments that is none, or a placeholder that points at no attachment. */
  ILLEGAL_ATTACHMENTS("illegal attachments"),
  /** More attachments announced than allowed. */
  TOO_MANY_ATTACHMENTS("too many attachments"),
  /** A text packet while attachments of the packet before are awaited. */
  UNEXPECTED_TEXT("text packet instead of an attachment"),
  /** Binary data that no packet announced. */
  UNEXPECTED_BINARY("unannounced attachment"),
  /** Attachments that are larger than allowed together. */
  ATTACHMENTS_TOO_LARGE("attachments too large"),
  /** A namespace with a longer name than allowed. */
  NAMESPACE_TOO_LONG("namespace too long"),
  /** A number of more characters than allowed. */
  NUMBER_TOO_LONG("number too long"),
  /** JSON nested deeper than allowed. */
  TOO_DEEP("nested too deeply");

  private final String text;

  ProtocolError(String text) {
    this.text = text;
  }

  /**
   * A few words for logs and error descriptions, constant per error.
   *
   * @return the words, never anything that the peer sent
   */
  public String text() {
    return text;
  }
}
