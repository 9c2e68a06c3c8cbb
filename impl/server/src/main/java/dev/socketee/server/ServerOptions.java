package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import java.time.Duration;

/**
 * The options of the Socket.IO layer.
 *
 * @param connectTimeout how long a client may stay without having joined a namespace; 45 s
 *     (reference 1.14)
 * @param decoderLimits limits of what a client may send in one packet
 * @param attachmentTimeout how long the attachments of one packet may take to arrive; 30 s. The
 *     reference has no such limit
 * @param mailboxEvents how many events of one socket may wait for its handlers; 10,000. A client
 *     that sends more is disconnected
 * @param mailboxBytes how many bytes these events may hold; 16 MiB
 * @param namespacesPerConnection how many namespaces one connection may have joined, or be joining;
 *     100
 */
public record ServerOptions(
    Duration connectTimeout,
    DecoderLimits decoderLimits,
    Duration attachmentTimeout,
    int mailboxEvents,
    long mailboxBytes,
    int namespacesPerConnection) {

  /** The defaults. */
  public static final ServerOptions DEFAULT =
      new ServerOptions(
          Duration.ofSeconds(45),
          DecoderLimits.DEFAULT,
          Duration.ofSeconds(30),
          10_000,
          16L * 1024 * 1024,
          100);
}
