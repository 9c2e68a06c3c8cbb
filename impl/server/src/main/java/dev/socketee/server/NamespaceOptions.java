package dev.socketee.server;

/**
 * The options that each namespace can have of its own.
 *
 * @param maxSockets how many sockets it may have on this server, those included whose CONNECT is
 *     being decided; {@value #UNLIMITED}, which is any number. A client that wants one more is
 *     refused
 * @param mailboxEvents how many events of one socket may wait for its handlers, and how many events
 *     to one socket may wait for its CONNECT to be accepted; 10,000. Of the latter, more disconnect
 *     it
 * @param mailboxBytes how many bytes these events may hold, a character counting as one; 16 MiB
 * @param mailboxOverflow what happens to an event of a client for which there is no room; {@link
 *     MailboxOverflow#DISCONNECT}
 * @param pendingAcks how many acknowledgements of one socket may be awaited; 10,000. The reference
 *     has no such limit, and a client that never answers would fill the memory
 * @param roomsPerSocket how many rooms one socket may be in, that of its id included; 10,000
 * @param eventsPerSecond how many events one socket may send at once, and then per second; {@value
 *     #UNLIMITED}, which is any number
 */
public record NamespaceOptions(
    int maxSockets,
    int mailboxEvents,
    long mailboxBytes,
    MailboxOverflow mailboxOverflow,
    int pendingAcks,
    int roomsPerSocket,
    int eventsPerSecond) {

  /** In place of {@link #maxSockets} and {@link #eventsPerSecond}: as many as clients like. */
  public static final int UNLIMITED = 0;

  /** The defaults. */
  public static final NamespaceOptions DEFAULT = builder().build();

  /** Refuses what no namespace can work with: a number that is not positive. */
  public NamespaceOptions {
    if (maxSockets != UNLIMITED) {
      ServerOptions.requirePositive("maxSockets", maxSockets);
    }
    ServerOptions.requirePositive("mailboxEvents", mailboxEvents);
    ServerOptions.requirePositive("mailboxBytes", mailboxBytes);
    ServerOptions.requirePositive("pendingAcks", pendingAcks);
    ServerOptions.requirePositive("roomsPerSocket", roomsPerSocket);
    if (eventsPerSecond != UNLIMITED) {
      ServerOptions.requirePositive("eventsPerSecond", eventsPerSecond);
    }
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Starts from these. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private int maxSockets = UNLIMITED;
    private int mailboxEvents = 10_000;
    private long mailboxBytes = 16L * 1024 * 1024;
    private MailboxOverflow mailboxOverflow = MailboxOverflow.DISCONNECT;
    private int pendingAcks = 10_000;
    private int roomsPerSocket = 10_000;
    private int eventsPerSecond = UNLIMITED;

    private Builder() {}

    private Builder(NamespaceOptions from) {
      maxSockets = from.maxSockets;
      mailboxEvents = from.mailboxEvents;
      mailboxBytes = from.mailboxBytes;
      mailboxOverflow = from.mailboxOverflow;
      pendingAcks = from.pendingAcks;
      roomsPerSocket = from.roomsPerSocket;
      eventsPerSecond = from.eventsPerSecond;
    }

    /** Sets {@link NamespaceOptions#maxSockets()}. */
    public Builder maxSockets(int value) {
      maxSockets = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#mailboxEvents()}. */
    public Builder mailboxEvents(int value) {
      mailboxEvents = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#mailboxBytes()}. */
    public Builder mailboxBytes(long value) {
      mailboxBytes = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#mailboxOverflow()}. */
    public Builder mailboxOverflow(MailboxOverflow value) {
      mailboxOverflow = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#pendingAcks()}. */
    public Builder pendingAcks(int value) {
      pendingAcks = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#roomsPerSocket()}. */
    public Builder roomsPerSocket(int value) {
      roomsPerSocket = value;
      return this;
    }

    /** Sets {@link NamespaceOptions#eventsPerSecond()}. */
    public Builder eventsPerSecond(int value) {
      eventsPerSecond = value;
      return this;
    }

    /** The options. */
    public NamespaceOptions build() {
      return new NamespaceOptions(
          maxSockets,
          mailboxEvents,
          mailboxBytes,
          mailboxOverflow,
          pendingAcks,
          roomsPerSocket,
          eventsPerSecond);
    }
  }
}
