package dev.socketee.spi;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom an operation is for, and how it is to be done. Immutable.
 *
 * <p>Source: reference 2.5, Flags, and 4.2, {@code opts}.
 *
 * @param rooms the union of these; empty for the whole namespace
 * @param except but those in any of these
 * @param isVolatile whether it may be lost
 * @param compress whether it is worth compressing
 * @param local whether other servers are left out
 * @param timeout how long to wait for answers; {@code null} if that was not said
 */
public record BroadcastOptions(
    Set<String> rooms,
    Set<String> except,
    boolean isVolatile,
    boolean compress,
    boolean local,
    @Nullable Duration timeout) {

  /** The whole namespace, on all servers. */
  public static final BroadcastOptions EVERYONE =
      new BroadcastOptions(Set.of(), Set.of(), false, true, false, null);

  /**
   * Copies the sets.
   *
   * @param rooms the union of these; empty for the whole namespace
   * @param except but those in any of these
   * @param isVolatile whether it may be lost
   * @param compress whether it is worth compressing
   * @param local whether other servers are left out
   * @param timeout how long to wait for answers; {@code null} if that was not said
   */
  public BroadcastOptions {
    rooms = Set.copyOf(rooms);
    except = Set.copyOf(except);
    if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
      throw new IllegalArgumentException("A time-out must be positive, is " + timeout);
    }
  }

  /**
   * The whole namespace but for some rooms, or these rooms.
   *
   * @param rooms the union of these; empty for the whole namespace
   * @param except but those in any of these
   * @return options with no flag set
   */
  public static BroadcastOptions of(Set<String> rooms, Set<String> except) {
    return new BroadcastOptions(rooms, except, false, true, false, null);
  }

  /**
   * Adds rooms.
   *
   * @param more names of rooms
   * @return options for the union
   */
  public BroadcastOptions to(String... more) {
    return new BroadcastOptions(union(rooms, more), except, isVolatile, compress, local, timeout);
  }

  /**
   * Leaves out rooms.
   *
   * @param more names of rooms
   * @return options without these
   */
  public BroadcastOptions but(String... more) {
    return new BroadcastOptions(rooms, union(except, more), isVolatile, compress, local, timeout);
  }

  /**
   * Says that it may be lost.
   *
   * @return options with that flag
   */
  public BroadcastOptions asVolatile() {
    return new BroadcastOptions(rooms, except, true, compress, local, timeout);
  }

  /**
   * Says whether it is worth compressing.
   *
   * @param value {@code false} if it is not
   * @return options with that flag
   */
  public BroadcastOptions compressed(boolean value) {
    return new BroadcastOptions(rooms, except, isVolatile, value, local, timeout);
  }

  /**
   * Leaves out other servers.
   *
   * @return options with that flag
   */
  public BroadcastOptions onlyLocal() {
    return new BroadcastOptions(rooms, except, isVolatile, compress, true, timeout);
  }

  /**
   * Says how long to wait for answers.
   *
   * @param value the time
   * @return options with that time-out
   * @throws IllegalArgumentException if the time is not positive
   */
  public BroadcastOptions within(Duration value) {
    return new BroadcastOptions(rooms, except, isVolatile, compress, local, value);
  }

  private static Set<String> union(Set<String> some, String... more) {
    Set<String> union = new LinkedHashSet<>(some);
    for (String name : more) {
      union.add(name);
    }
    return union;
  }
}
