package dev.socketee.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packet of Socket.IO, between a {@link Parser} and the server.
 *
 * <p>Values are JSON text. Where a value is binary, the text has an object in its place, with
 * {@code _placeholder} for its first member, that is {@code true}, and {@code num} for the second,
 * the index in {@code attachments}: <code>{"_placeholder":true,"num":0}</code>, without white
 * space.
 *
 * <p>Source: reference 1.16, Packet encoding.
 *
 * @param type what it is
 * @param namespace the name of the namespace, with a slash in front and without a comma
 * @param id of an event, the id to answer with; of an acknowledgement, the id of the event; {@link
 *     #NO_ID} for none
 * @param json the payload. Of an event, an array of its name and its arguments; of an
 *     acknowledgement, an array of its arguments; of CONNECT, an object or {@code null}; of
 *     CONNECT_ERROR, mostly an object; of DISCONNECT {@code null}
 * @param attachments the binary values of an event or an acknowledgement, not copied and not to be
 *     modified; empty if there are none
 */
public record Packet(
    Type type, String namespace, long id, @Nullable String json, List<byte[]> attachments) {

  /** In place of an id, where there is none. */
  public static final long NO_ID = -1;

  /** What a packet is. */
  public enum Type {
    /** The client asks to join a namespace; the server says that it has. */
    CONNECT,
    /** Either side leaves a namespace. */
    DISCONNECT,
    /** An event. */
    EVENT,
    /** The answer to an event. */
    ACK,
    /** The server does not let the client join a namespace. A client never sends it. */
    CONNECT_ERROR
  }

  /**
   * Copies the list, not what is in it.
   *
   * @param type what it is
   * @param namespace the name of the namespace
   * @param id the id, {@link #NO_ID} for none
   * @param json the payload
   * @param attachments the binary values
   */
  public Packet {
    attachments = List.copyOf(attachments);
  }
}
