package dev.socketee.protocol.socket;

import dev.socketee.protocol.ProtocolException;
import dev.socketee.protocol.json.JsonElements;
import dev.socketee.protocol.json.JsonScanner;
import dev.socketee.protocol.json.Placeholders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of an event or of an acknowledgement, as JSON text that was found valid and is cut
 * into pieces when asked for. Where an argument has binary data, the text has {@link Placeholders},
 * which were found to point at an attachment; if there are no attachments, what looks like a
 * placeholder is data like any other.
 *
 * <p>Immutable and thread-safe, as long as nobody writes to the attachments: they are not copied.
 */
public final class JsonArguments {

  private final JsonElements elements;
  private final @Nullable String event;
  private final List<byte[]> attachments;

  private JsonArguments(JsonElements elements, @Nullable String event, List<byte[]> attachments) {
    this.elements = elements;
    this.event = event;
    this.attachments = attachments;
  }

  /**
   * An event that did not come in a packet.
   *
   * @param array the JSON text of an array with its name and its arguments
   * @param attachments the binary data that placeholders point at, not copied
   * @param maxDepth how deep it may be nested
   * @return its arguments
   * @throws ProtocolException if that is no event
   */
  public static JsonArguments event(String array, List<byte[]> attachments, int maxDepth) {
    JsonElements elements = elements(array, attachments, maxDepth);
    return new JsonArguments(elements, EventNames.of(elements), attachments);
  }

  /**
   * The arguments of an acknowledgement that did not come in a packet.
   *
   * @param array the JSON text of an array
   * @param attachments the binary data that placeholders point at, not copied
   * @param maxDepth how deep it may be nested
   * @return the arguments
   * @throws ProtocolException if that is no array
   */
  public static JsonArguments ack(String array, List<byte[]> attachments, int maxDepth) {
    return new JsonArguments(elements(array, attachments, maxDepth), null, attachments);
  }

  private static JsonElements elements(String array, List<byte[]> attachments, int maxDepth) {
    JsonElements elements = JsonScanner.array(array, 0, maxDepth);
    if (!attachments.isEmpty()) {
      Placeholders.require(array, attachments.size());
    }
    return elements;
  }

  static JsonArguments ofEvent(String event, JsonElements elements) {
    return new JsonArguments(elements, event, List.of());
  }

  static JsonArguments ofAck(JsonElements elements) {
    return new JsonArguments(elements, null, List.of());
  }

  /**
   * The arguments of an event that has all of its attachments.
   *
   * @param elements the name and the arguments
   * @param attachments what placeholders point at, not copied; the caller has checked that they do
   * @return the arguments
   * @throws dev.socketee.protocol.ProtocolException if the first element is no name of an event
   */
  public static JsonArguments event(JsonElements elements, List<byte[]> attachments) {
    return ofEvent(EventNames.of(elements), elements).with(attachments);
  }

  /**
   * The arguments of an acknowledgement that has all of its attachments.
   *
   * @param elements the arguments
   * @param attachments what placeholders point at, not copied; the caller has checked that they do
   * @return the arguments
   */
  public static JsonArguments ack(JsonElements elements, List<byte[]> attachments) {
    return ofAck(elements).with(attachments);
  }

  JsonArguments with(List<byte[]> received) {
    return new JsonArguments(elements, event, List.copyOf(received));
  }

  /**
   * The name of the event, which on the wire is the first element. A number is written as
   * JavaScript writes it: {@code 42[1.50]} is the event {@code 1.5}.
   *
   * @return the name, unquoted
   * @throws IllegalStateException if these are the arguments of an acknowledgement
   */
  public String event() {
    if (event == null) {
      throw new IllegalStateException("an acknowledgement has no event name");
    }
    return event;
  }

  /**
   * The number of arguments.
   *
   * @return not counting the name of the event
   */
  public int size() {
    return elements.size() - hidden();
  }

  /**
   * One argument.
   *
   * @param index from 0, which is the first one behind the name of the event
   * @return its JSON text
   * @throws IndexOutOfBoundsException if there is no such argument
   */
  public String json(int index) {
    if (index < 0) {
      throw new IndexOutOfBoundsException("argument " + index);
    }
    return elements.json(index + hidden());
  }

  /**
   * All of it.
   *
   * @return the JSON text of the array as it was received, the name of the event included
   */
  public String array() {
    return elements.array();
  }

  /**
   * How long {@link #array()} is, without making it.
   *
   * @return characters
   */
  public int length() {
    return elements.length();
  }

  /**
   * The binary data that placeholders point at, in order.
   *
   * @return the attachments, also those that no placeholder points at; empty if there are none
   */
  public List<byte[]> attachments() {
    return attachments;
  }

  private int hidden() {
    return event == null ? 0 : 1;
  }

  /** Says how much there is, not what: arguments may be anything. */
  @Override
  public String toString() {
    return "JsonArguments["
        + (event == null ? "" : event + ", ")
        + size()
        + " arguments, "
        + attachments.size()
        + " attachments]";
  }
}
