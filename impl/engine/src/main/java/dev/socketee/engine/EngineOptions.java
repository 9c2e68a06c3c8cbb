package dev.socketee.engine;

import dev.socketee.engine.http.CookieOptions;
import dev.socketee.engine.http.CorsOptions;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of an engine; the defaults are the reference's (reference 1.14) where it has the
 * option.
 *
 * @param transports the transports that clients may use; both
 * @param allowUpgrades whether a polling session may move to WebSocket; yes
 * @param allowEio3 whether clients of protocol 3 are served, those of Socket.IO 1 and 2; no. To the
 *     layer above, such a client is known by the secret id of its session
 * @param pingInterval the time between an answered heartbeat and the next; 25 s
 * @param pingTimeout how long the answer may take; 20 s
 * @param upgradeTimeout how long an upgrade may take; 10 s
 * @param maxPayload the largest WebSocket message or polling body that is accepted, in bytes;
 *     1,000,000. The client keeps to it
 * @param outboxPackets how many packets may wait for one client; 10,000: far more than a client
 *     that keeps up ever sees, and reached before memory is a concern
 * @param outboxBytes how many bytes may wait for one client; 16 MiB: sixteen of the largest
 *     messages
 * @param sendTimeout how long one WebSocket send may take before the client counts as too slow; 30
 *     s
 * @param closeTimeout how long a closing session waits for the client to fetch what is queued; 30 s
 * @param payloadPackets how many packets one polling body may hold; 10,000
 * @param compressionThreshold the smallest response to a poll that is compressed, in bytes; 1,024.
 *     {@link #NO_COMPRESSION} for none
 * @param limits how many sessions there may be, and how large the requests that open them
 * @param cors which origins may read responses; {@code null} for none but the page's own
 * @param cookie the cookie of the first polling response; {@code null} for none
 */
public record EngineOptions(
    Set<TransportName> transports,
    boolean allowUpgrades,
    boolean allowEio3,
    Duration pingInterval,
    Duration pingTimeout,
    Duration upgradeTimeout,
    int maxPayload,
    int outboxPackets,
    long outboxBytes,
    Duration sendTimeout,
    Duration closeTimeout,
    int payloadPackets,
    int compressionThreshold,
    SessionLimits limits,
    @Nullable CorsOptions cors,
    @Nullable CookieOptions cookie) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a time, a size or a number is not positive, or there is no
   *     transport; the message names the option
   */
  public EngineOptions {
    transports = Set.copyOf(transports);
    if (transports.isEmpty()) {
      throw new IllegalArgumentException("transports must name at least one");
    }
    positive("pingInterval", pingInterval);
    positive("pingTimeout", pingTimeout);
    positive("upgradeTimeout", upgradeTimeout);
    positive("sendTimeout", sendTimeout);
    positive("closeTimeout", closeTimeout);
    atLeast(1, "maxPayload", maxPayload);
    atLeast(1, "outboxPackets", outboxPackets);
    atLeast(1, "outboxBytes", outboxBytes);
    atLeast(1, "payloadPackets", payloadPackets);
    atLeast(0, "compressionThreshold", compressionThreshold);
  }

  private static void positive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, is " + value);
    }
  }

  private static void atLeast(long minimum, String name, long value) {
    if (value < minimum) {
      throw new IllegalArgumentException(name + " must be at least " + minimum + ", is " + value);
    }
  }

  /** A {@link #compressionThreshold} that nothing reaches. */
  public static final int NO_COMPRESSION = Integer.MAX_VALUE;

  /** The defaults. */
  public static final EngineOptions DEFAULT = builder().build();

  /** These options with other transports. */
  public EngineOptions withTransports(Set<TransportName> value) {
    return new EngineOptions(
        Set.copyOf(value),
        allowUpgrades,
        allowEio3,
        pingInterval,
        pingTimeout,
        upgradeTimeout,
        maxPayload,
        outboxPackets,
        outboxBytes,
        sendTimeout,
        closeTimeout,
        payloadPackets,
        compressionThreshold,
        limits,
        cors,
        cookie);
  }

  /** Starts from the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private Set<TransportName> transports = EnumSet.allOf(TransportName.class);
    private boolean allowUpgrades = true;
    private boolean allowEio3;
    private Duration pingInterval = Duration.ofSeconds(25);
    private Duration pingTimeout = Duration.ofSeconds(20);
    private Duration upgradeTimeout = Duration.ofSeconds(10);
    private int maxPayload = 1_000_000;
    private int outboxPackets = 10_000;
    private long outboxBytes = 16L * 1024 * 1024;
    private Duration sendTimeout = Duration.ofSeconds(30);
    private Duration closeTimeout = Duration.ofSeconds(30);
    private int payloadPackets = 10_000;
    private int compressionThreshold = 1024;
    private SessionLimits limits = SessionLimits.DEFAULT;
    private @Nullable CorsOptions cors;
    private @Nullable CookieOptions cookie;

    private Builder() {}

    /** Sets {@link EngineOptions#transports()}. */
    public Builder transports(Set<TransportName> value) {
      transports = Set.copyOf(value);
      return this;
    }

    /** Sets {@link EngineOptions#allowUpgrades()}. */
    public Builder allowUpgrades(boolean value) {
      allowUpgrades = value;
      return this;
    }

    /** Sets {@link EngineOptions#allowEio3()}. */
    public Builder allowEio3(boolean value) {
      allowEio3 = value;
      return this;
    }

    /** Sets {@link EngineOptions#pingInterval()}. */
    public Builder pingInterval(Duration value) {
      pingInterval = value;
      return this;
    }

    /** Sets {@link EngineOptions#pingTimeout()}. */
    public Builder pingTimeout(Duration value) {
      pingTimeout = value;
      return this;
    }

    /** Sets {@link EngineOptions#upgradeTimeout()}. */
    public Builder upgradeTimeout(Duration value) {
      upgradeTimeout = value;
      return this;
    }

    /** Sets {@link EngineOptions#maxPayload()}. */
    public Builder maxPayload(int value) {
      maxPayload = value;
      return this;
    }

    /** Sets {@link EngineOptions#outboxPackets()}. */
    public Builder outboxPackets(int value) {
      outboxPackets = value;
      return this;
    }

    /** Sets {@link EngineOptions#outboxBytes()}. */
    public Builder outboxBytes(long value) {
      outboxBytes = value;
      return this;
    }

    /** Sets {@link EngineOptions#sendTimeout()}. */
    public Builder sendTimeout(Duration value) {
      sendTimeout = value;
      return this;
    }

    /** Sets {@link EngineOptions#closeTimeout()}. */
    public Builder closeTimeout(Duration value) {
      closeTimeout = value;
      return this;
    }

    /** Sets {@link EngineOptions#payloadPackets()}. */
    public Builder payloadPackets(int value) {
      payloadPackets = value;
      return this;
    }

    /** Sets {@link EngineOptions#compressionThreshold()}. */
    public Builder compressionThreshold(int value) {
      compressionThreshold = value;
      return this;
    }

    /** Sets {@link EngineOptions#limits()}. */
    public Builder limits(SessionLimits value) {
      limits = value;
      return this;
    }

    /** Sets {@link EngineOptions#cors()}. */
    public Builder cors(@Nullable CorsOptions value) {
      cors = value;
      return this;
    }

    /** Sets {@link EngineOptions#cookie()}. */
    public Builder cookie(@Nullable CookieOptions value) {
      cookie = value;
      return this;
    }

    /** The options. */
    public EngineOptions build() {
      return new EngineOptions(
          transports,
          allowUpgrades,
          allowEio3,
          pingInterval,
          pingTimeout,
          upgradeTimeout,
          maxPayload,
          outboxPackets,
          outboxBytes,
          sendTimeout,
          closeTimeout,
          payloadPackets,
          compressionThreshold,
          limits,
          cors,
          cookie);
    }
  }
}
