package dev.socketee.protocol.socket;

/**
 * What a {@link SocketPacketDecoder} accepts at most.
 *
 * @param maxAttachments attachments of one packet; 0 refuses binary packets
 * @param maxDepth how deep JSON may be nested, the outermost array or object included; at least 1
 * @param maxAttachmentBytes bytes of all attachments of one packet together
 * @param maxNamespaceLength characters of the name of a namespace, the slash included; at least 1
 */
public record DecoderLimits(
    int maxAttachments, int maxDepth, long maxAttachmentBytes, int maxNamespaceLength) {

  /**
   * 10 attachments, as the reference has it since CVE-2026-33151. Depth 256: the reference takes
   * 20,000, but the libraries that bind the JSON later recurse, and no message is that deep.
   * 10,000,000 bytes: what the other limits of the reference come to, 10 attachments of {@code
   * maxHttpBufferSize} (1 MB) each. Namespaces of 1,024 characters: the reference has no limit;
   * room enough for names that carry a query, as old clients send them.
   */
  public static final DecoderLimits DEFAULT = new DecoderLimits(10, 256, 10_000_000, 1024);

  /**
   * Checks the limits.
   *
   * @param maxAttachments attachments of one packet; 0 refuses binary packets
   * @param maxDepth how deep JSON may be nested, the outermost array or object included; at least 1
   * @param maxAttachmentBytes bytes of all attachments of one packet together
   * @param maxNamespaceLength characters of the name of a namespace, the slash included; at least 1
   * @throws IllegalArgumentException if one is less than it may be
   */
  public DecoderLimits {
    requireAtLeast(0, maxAttachments, "maxAttachments");
    requireAtLeast(1, maxDepth, "maxDepth");
    requireAtLeast(0, maxAttachmentBytes, "maxAttachmentBytes");
    requireAtLeast(1, maxNamespaceLength, "maxNamespaceLength");
  }

  private static void requireAtLeast(long least, long value, String name) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
    }
  }
}
