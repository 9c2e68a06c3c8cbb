package dev.socketee.protocol.socket;

import dev.socketee.protocol.engine.EngineFrame;
import java.util.ArrayList;
import java.util.List;

/**
 * A packet in its wire form: one group of frames that nothing of the same connection may come
 * between. Made once and shared by all recipients. Immutable and thread-safe.
 *
 * @param head the text
 * @param attachments the binary messages that follow it, in order; empty if there are none
 */
public record EncodedPacket(EngineFrame head, List<EngineFrame> attachments) {

  /**
   * Copies the list, not the frames.
   *
   * @param head the text
   * @param attachments the binary messages that follow it, in order; empty if there are none
   */
  public EncodedPacket {
    attachments = List.copyOf(attachments);
  }

  /**
   * The size on a WebSocket, without framing.
   *
   * @return bytes of all frames together
   */
  public int size() {
    int size = head.size();
    for (EngineFrame attachment : attachments) {
      size = Math.addExact(size, attachment.size());
    }
    return size;
  }

  /**
   * All frames.
   *
   * @return the head and the attachments, in the order to send them in
   */
  public List<EngineFrame> frames() {
    if (attachments.isEmpty()) {
      return List.of(head);
    }
    List<EngineFrame> frames = new ArrayList<>(1 + attachments.size());
    frames.add(head);
    frames.addAll(attachments);
    return List.copyOf(frames);
  }
}
