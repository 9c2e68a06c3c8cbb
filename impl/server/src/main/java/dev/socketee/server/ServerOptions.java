package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.spi.AdapterFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of the Socket.IO layer.
 *
 * @param connectTimeout how long a client may stay without having joined a namespace; 45 s
 *     (reference 1.14)
 * @param decoderLimits limits of what a client may send in one packet
 * @param attachmentTimeout how long the attachments of one packet may take to arrive; 30 s. The
 *     reference has no such limit
 * @param mailboxEvents how many events of one socket may wait for its handlers, and how many events
 *     to one socket may wait for its CONNECT to be accepted; 10,000. Of the latter, more disconnect
 *     it
 * @param mailboxBytes how many bytes these events may hold, a character counting as one; 16 MiB
 * @param mailboxOverflow what happens to an event of a client for which there is no room; {@link
 *     MailboxOverflow#DISCONNECT}
 * @param namespacesPerConnection how many namespaces one connection may have joined, or be joining;
 *     100
 * @param pendingAcks how many acknowledgements of one socket may be awaited; 10,000. The reference
 *     has no such limit, and a client that never answers would fill the memory
 * @param childNamespaces how many namespaces may exist that were created because clients asked for
 *     them; 10,000. The reference has no such limit
 * @param childNamespacesPerConnection how many of them one connection may have created; 100
 * @param cleanupEmptyChildNamespaces whether such a namespace goes with its last socket; false
 * @param roomsPerSocket how many rooms one socket may be in, that of its id included; 10,000
 * @param eventsPerSecond how many events one socket may send at once, and then per second; 0, which
 *     is any number
 * @param joinsPerSecond how many namespaces one connection may ask to join at once, and then per
 *     second; 0, which is any number
 * @param format how packets look on the wire; {@link WireFormat#DEFAULT}
 * @param adapter makes what connects a namespace to other servers; {@code null} if this server is
 *     alone
 * @param recovery whether and how clients go on where they were; {@link RecoveryOptions#OFF}
 */
public record ServerOptions(
    Duration connectTimeout,
    DecoderLimits decoderLimits,
    Duration attachmentTimeout,
    int mailboxEvents,
    long mailboxBytes,
    MailboxOverflow mailboxOverflow,
    int namespacesPerConnection,
    int pendingAcks,
    int childNamespaces,
    int childNamespacesPerConnection,
    boolean cleanupEmptyChildNamespaces,
    int roomsPerSocket,
    int eventsPerSecond,
    int joinsPerSecond,
    WireFormat format,
    @Nullable AdapterFactory adapter,
    RecoveryOptions recovery) {

  /**
   * In place of {@link #eventsPerSecond} and {@link #joinsPerSecond}: as many as the client likes.
   */
  public static final int UNLIMITED = 0;

  /** The defaults. */
  public static final ServerOptions DEFAULT = builder().build();

  /** Refuses what no server can work with: a time or a number that is not positive. */
  public ServerOptions {
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("attachmentTimeout", attachmentTimeout);
    requirePositive("mailboxEvents", mailboxEvents);
    requirePositive("mailboxBytes", mailboxBytes);
    requirePositive("namespacesPerConnection", namespacesPerConnection);
    requirePositive("pendingAcks", pendingAcks);
    requirePositive("childNamespaces", childNamespaces);
    requirePositive("childNamespacesPerConnection", childNamespacesPerConnection);
    requirePositive("roomsPerSocket", roomsPerSocket);
    if (eventsPerSecond != UNLIMITED) {
      requirePositive("eventsPerSecond", eventsPerSecond);
    }
    if (joinsPerSecond != UNLIMITED) {
      requirePositive("joinsPerSecond", joinsPerSecond);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, is " + value);
    }
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, is " + value);
    }
  }

  /** The same with an adapter, if there is none yet. */
  public ServerOptions orAdapter(AdapterFactory other) {
    return adapter != null ? this : toBuilder().adapter(other).build();
  }

  /** Starts from these. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private Duration connectTimeout = Duration.ofSeconds(45);
    private DecoderLimits decoderLimits = DecoderLimits.DEFAULT;
    private Duration attachmentTimeout = Duration.ofSeconds(30);
    private int mailboxEvents = 10_000;
    private long mailboxBytes = 16L * 1024 * 1024;
    private MailboxOverflow mailboxOverflow = MailboxOverflow.DISCONNECT;
    private int namespacesPerConnection = 100;
    private int pendingAcks = 10_000;
    private int childNamespaces = 10_000;
    private int childNamespacesPerConnection = 100;
    private boolean cleanupEmptyChildNamespaces;
    private int roomsPerSocket = 10_000;
    private int eventsPerSecond = UNLIMITED;
    private int joinsPerSecond = UNLIMITED;
    private WireFormat format = WireFormat.DEFAULT;
    private @Nullable AdapterFactory adapter;
    private RecoveryOptions recovery = RecoveryOptions.OFF;

    private Builder() {}

    private Builder(ServerOptions from) {
      connectTimeout = from.connectTimeout;
      decoderLimits = from.decoderLimits;
      attachmentTimeout = from.attachmentTimeout;
      mailboxEvents = from.mailboxEvents;
      mailboxBytes = from.mailboxBytes;
      mailboxOverflow = from.mailboxOverflow;
      namespacesPerConnection = from.namespacesPerConnection;
      pendingAcks = from.pendingAcks;
      childNamespaces = from.childNamespaces;
      childNamespacesPerConnection = from.childNamespacesPerConnection;
      cleanupEmptyChildNamespaces = from.cleanupEmptyChildNamespaces;
      roomsPerSocket = from.roomsPerSocket;
      eventsPerSecond = from.eventsPerSecond;
      joinsPerSecond = from.joinsPerSecond;
      format = from.format;
      adapter = from.adapter;
      recovery = from.recovery;
    }

    /** Sets {@link ServerOptions#connectTimeout()}. */
    public Builder connectTimeout(Duration value) {
      connectTimeout = value;
      return this;
    }

    /** Sets {@link ServerOptions#decoderLimits()}. */
    public Builder decoderLimits(DecoderLimits value) {
      decoderLimits = value;
      return this;
    }

    /** Sets {@link ServerOptions#attachmentTimeout()}. */
    public Builder attachmentTimeout(Duration value) {
      attachmentTimeout = value;
      return this;
    }

    /** Sets {@link ServerOptions#mailboxEvents()}. */
    public Builder mailboxEvents(int value) {
      mailboxEvents = value;
      return this;
    }

    /** Sets {@link ServerOptions#mailboxBytes()}. */
    public Builder mailboxBytes(long value) {
      mailboxBytes = value;
      return this;
    }

    /** Sets {@link ServerOptions#mailboxOverflow()}. */
    public Builder mailboxOverflow(MailboxOverflow value) {
      mailboxOverflow = value;
      return this;
    }

    /** Sets {@link ServerOptions#namespacesPerConnection()}. */
    public Builder namespacesPerConnection(int value) {
      namespacesPerConnection = value;
      return this;
    }

    /** Sets {@link ServerOptions#pendingAcks()}. */
    public Builder pendingAcks(int value) {
      pendingAcks = value;
      return this;
    }

    /** Sets {@link ServerOptions#childNamespaces()}. */
    public Builder childNamespaces(int value) {
      childNamespaces = value;
      return this;
    }

    /** Sets {@link ServerOptions#childNamespacesPerConnection()}. */
    public Builder childNamespacesPerConnection(int value) {
      childNamespacesPerConnection = value;
      return this;
    }

    /** Sets {@link ServerOptions#cleanupEmptyChildNamespaces()}. */
    public Builder cleanupEmptyChildNamespaces(boolean value) {
      cleanupEmptyChildNamespaces = value;
      return this;
    }

    /** Sets {@link ServerOptions#roomsPerSocket()}. */
    public Builder roomsPerSocket(int value) {
      roomsPerSocket = value;
      return this;
    }

    /** Sets {@link ServerOptions#eventsPerSecond()}. */
    public Builder eventsPerSecond(int value) {
      eventsPerSecond = value;
      return this;
    }

    /** Sets {@link ServerOptions#joinsPerSecond()}. */
    public Builder joinsPerSecond(int value) {
      joinsPerSecond = value;
      return this;
    }

    /** Sets {@link ServerOptions#format()}. */
    public Builder format(WireFormat value) {
      format = value;
      return this;
    }

    /** Sets {@link ServerOptions#adapter()}. */
    public Builder adapter(AdapterFactory value) {
      adapter = value;
      return this;
    }

    /** Sets {@link ServerOptions#recovery()}. */
    public Builder recovery(RecoveryOptions value) {
      recovery = value;
      return this;
    }

    /** The options. */
    public ServerOptions build() {
      return new ServerOptions(
          connectTimeout,
          decoderLimits,
          attachmentTimeout,
          mailboxEvents,
          mailboxBytes,
          mailboxOverflow,
          namespacesPerConnection,
          pendingAcks,
          childNamespaces,
          childNamespacesPerConnection,
          cleanupEmptyChildNamespaces,
          roomsPerSocket,
          eventsPerSecond,
          joinsPerSecond,
          format,
          adapter,
          recovery);
    }
  }
}
