package dev.socketee.server;

import dev.socketee.protocol.socket.DecoderLimits;
import dev.socketee.spi.AdapterFactory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of the Socket.IO layer.
 *
 * @param namespaces the options of the namespaces
 * @param connectTimeout how long a client may stay without having joined a namespace; 45 s
 *     (reference 1.14)
 * @param decoderLimits limits of what a client may send in one packet
 * @param attachmentTimeout how long the attachments of one packet may take to arrive; 30 s. The
 *     reference has no such limit
 * @param namespacesPerConnection how many namespaces one connection may have joined, or be joining;
 *     100
 * @param childNamespaces how many namespaces may exist that were created because clients asked for
 *     them; 10,000. The reference has no such limit
 * @param childNamespacesPerConnection how many of them one connection may have created; 100
 * @param cleanupEmptyChildNamespaces whether such a namespace goes with its last socket; false
 * @param joinsPerSecond how many namespaces one connection may ask to join at once, and then per
 *     second; 0, which is any number
 * @param format how packets look on the wire; {@link WireFormat#DEFAULT}
 * @param adapter makes what connects a namespace to other servers; {@code null} if this server is
 *     alone
 * @param recovery whether and how clients go on where they were; {@link RecoveryOptions#OFF}
 */
public record ServerOptions(
    NamespaceTable namespaces,
    Duration connectTimeout,
    DecoderLimits decoderLimits,
    Duration attachmentTimeout,
    int namespacesPerConnection,
    int childNamespaces,
    int childNamespacesPerConnection,
    boolean cleanupEmptyChildNamespaces,
    int joinsPerSecond,
    WireFormat format,
    @Nullable AdapterFactory adapter,
    RecoveryOptions recovery) {

  /** In place of {@link #joinsPerSecond}: as many as the client likes. */
  public static final int UNLIMITED = 0;

  /** The defaults. */
  public static final ServerOptions DEFAULT = builder().build();

  /** Refuses what no server can work with: a time or a number that is not positive. */
  public ServerOptions {
    requirePositive("connectTimeout", connectTimeout);
    requirePositive("attachmentTimeout", attachmentTimeout);
    requirePositive("namespacesPerConnection", namespacesPerConnection);
    requirePositive("childNamespaces", childNamespaces);
    requirePositive("childNamespacesPerConnection", childNamespacesPerConnection);
    if (joinsPerSecond != UNLIMITED) {
      requirePositive("joinsPerSecond", joinsPerSecond);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, is " + value);
    }
  }

  static void requirePositive(String name, long value) {
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
    private final NamespaceOptions.Builder all;
    private List<NamespaceTable.Rule> rules = List.of();
    private Duration connectTimeout = Duration.ofSeconds(45);
    private DecoderLimits decoderLimits = DecoderLimits.DEFAULT;
    private Duration attachmentTimeout = Duration.ofSeconds(30);
    private int namespacesPerConnection = 100;
    private int childNamespaces = 10_000;
    private int childNamespacesPerConnection = 100;
    private boolean cleanupEmptyChildNamespaces;
    private int joinsPerSecond = UNLIMITED;
    private WireFormat format = WireFormat.DEFAULT;
    private @Nullable AdapterFactory adapter;
    private RecoveryOptions recovery = RecoveryOptions.OFF;

    private Builder() {
      all = NamespaceOptions.builder();
    }

    private Builder(ServerOptions from) {
      all = from.namespaces.all().toBuilder();
      rules = from.namespaces.rules();
      connectTimeout = from.connectTimeout;
      decoderLimits = from.decoderLimits;
      attachmentTimeout = from.attachmentTimeout;
      namespacesPerConnection = from.namespacesPerConnection;
      childNamespaces = from.childNamespaces;
      childNamespacesPerConnection = from.childNamespacesPerConnection;
      cleanupEmptyChildNamespaces = from.cleanupEmptyChildNamespaces;
      joinsPerSecond = from.joinsPerSecond;
      format = from.format;
      adapter = from.adapter;
      recovery = from.recovery;
    }

    /** Sets {@link NamespaceOptions#maxSockets()} of all namespaces. */
    public Builder maxSockets(int value) {
      all.maxSockets(value);
      return this;
    }

    /** Sets {@link NamespaceTable#rules()}: what some namespaces have instead. */
    public Builder namespaces(List<NamespaceTable.Rule> value) {
      rules = List.copyOf(value);
      return this;
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

    /** Sets {@link NamespaceOptions#mailboxEvents()} of all namespaces. */
    public Builder mailboxEvents(int value) {
      all.mailboxEvents(value);
      return this;
    }

    /** Sets {@link NamespaceOptions#mailboxBytes()} of all namespaces. */
    public Builder mailboxBytes(long value) {
      all.mailboxBytes(value);
      return this;
    }

    /** Sets {@link NamespaceOptions#mailboxOverflow()} of all namespaces. */
    public Builder mailboxOverflow(MailboxOverflow value) {
      all.mailboxOverflow(value);
      return this;
    }

    /** Sets {@link ServerOptions#namespacesPerConnection()}. */
    public Builder namespacesPerConnection(int value) {
      namespacesPerConnection = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#pendingAcks()} of all namespaces. */
    public Builder pendingAcks(int value) {
      all.pendingAcks(value);
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

    /** Sets {@link NamespaceOptions#roomsPerSocket()} of all namespaces. */
    public Builder roomsPerSocket(int value) {
      all.roomsPerSocket(value);
      return this;
    }

    /** Sets {@link NamespaceOptions#eventsPerSecond()} of all namespaces. */
    public Builder eventsPerSecond(int value) {
      all.eventsPerSecond(value);
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
          new NamespaceTable(all.build(), rules),
          connectTimeout,
          decoderLimits,
          attachmentTimeout,
          namespacesPerConnection,
          childNamespaces,
          childNamespacesPerConnection,
          cleanupEmptyChildNamespaces,
          joinsPerSecond,
          format,
          adapter,
          recovery);
    }
  }
}
