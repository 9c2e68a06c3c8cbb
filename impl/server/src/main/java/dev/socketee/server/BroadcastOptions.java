package dev.socketee.server;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a broadcast is for.
 *
 * @param rooms the union of these; {@code null} for the whole namespace, while an empty set is
 *     nobody
 * @param except but those in any of these
 * @param isVolatile whether it may be lost
 */
record BroadcastOptions(@Nullable Set<String> rooms, Set<String> except, boolean isVolatile) {

  static final BroadcastOptions EVERYONE = new BroadcastOptions(null, Set.of(), false);

  BroadcastOptions to(String... more) {
    return new BroadcastOptions(union(rooms == null ? Set.of() : rooms, more), except, isVolatile);
  }

  BroadcastOptions but(String... more) {
    return new BroadcastOptions(rooms, union(except, more), isVolatile);
  }

  BroadcastOptions asVolatile() {
    return new BroadcastOptions(rooms, except, true);
  }

  private static Set<String> union(Set<String> some, String... more) {
    Set<String> union = new LinkedHashSet<>(some);
    for (String name : more) {
      union.add(name);
    }
    return Set.copyOf(union);
  }
}
