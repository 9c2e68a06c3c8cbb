package dev.socketee.jakarta.config;

import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.SessionLimits;
import dev.socketee.jakarta.session.HttpSessionPolicy;
import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.server.NamespaceOptions;
import dev.socketee.server.ServerOptions;
import org.jspecify.annotations.Nullable;

/**
 * The configuration while it is read: a field for each option that no builder takes as it is.
 * {@link Options} fills it, {@link Consistency} looks at it as a whole. Not thread-safe.
 */
final class Draft {

  final EngineOptions.Builder engine = EngineOptions.builder();
  final ServerOptions.Builder server = ServerOptions.builder();

  String path = "/socket.io";
  boolean serveClient = true;
  int maxPayload = EngineOptions.DEFAULT.maxPayload();

  int maxSessions = SessionLimits.DEFAULT.sessions();
  int maxSessionsPerAddress = SessionLimits.DEFAULT.perAddress();
  int urlLength = SessionLimits.DEFAULT.urlLength();
  int headerLength = SessionLimits.DEFAULT.headerLength();

  boolean deflate;
  boolean compression = true;
  int compressionThreshold = EngineOptions.DEFAULT.compressionThreshold();

  final CorsKeys cors = new CorsKeys();
  final CookieKeys cookie = new CookieKeys();

  int maxAttachments = DecoderLimits.DEFAULT.maxAttachments();
  int jsonDepth = DecoderLimits.DEFAULT.maxDepth();
  @Nullable Long attachmentBytes;
  int namespaceLength = DecoderLimits.DEFAULT.maxNamespaceLength();
  @Nullable Long mailboxBytes;

  final RecoveryKeys recovery = new RecoveryKeys();

  HttpSessionPolicy httpSession = HttpSessionPolicy.CLOSE;

  final ThreadKeys threads = new ThreadKeys();

  /**
   * Attachments of one packet, together: what is set, else as many of the largest as it may have.
   */
  long attachmentBytes() {
    return attachmentBytes != null ? attachmentBytes : (long) maxAttachments * maxPayload;
  }

  /** The largest event that the other limits let in. */
  long largestEvent() {
    return maxPayload + attachmentBytes();
  }

  /** The bytes of a mailbox: what is set, else the default, or more if the largest event is. */
  long mailboxBytes() {
    return mailboxBytes != null
        ? mailboxBytes
        : Math.max(NamespaceOptions.DEFAULT.mailboxBytes(), largestEvent());
  }

  SocketIOConfig build() {
    engine
        .maxPayload(maxPayload)
        .limits(new SessionLimits(maxSessions, maxSessionsPerAddress, urlLength, headerLength))
        .compressionThreshold(compression ? compressionThreshold : EngineOptions.NO_COMPRESSION)
        .cors(cors.build())
        .cookie(cookie.build());
    server
        .decoderLimits(
            new DecoderLimits(maxAttachments, jsonDepth, attachmentBytes(), namespaceLength))
        .mailboxBytes(mailboxBytes())
        .recovery(recovery.build());
    return new SocketIOConfig(
        path, serveClient, deflate, engine.build(), server.build(), httpSession, threads.build());
  }
}
