package dev.socketee.server;

import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.Emission;
import dev.socketee.spi.MissedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The latest events of a namespace, bounded in number, bytes and age: the oldest go first. Not
 * thread-safe.
 */
final class EventLog {

  private final int maxEvents;
  private final long maxBytes;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;

  private record Entry(
      String offset, Emission event, Set<String> rooms, Set<String> except, long at, long size) {

    /** As reference 2.9, Missed filter, says. */
    boolean concerns(Set<String> joined) {
      return (rooms.isEmpty() || !Collections.disjoint(rooms, joined))
          && Collections.disjoint(except, joined);
    }
  }

  EventLog(int maxEvents, long maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  /**
   * Adds an event.
   *
   * @param now the time, by a monotonic clock
   * @return how many had to go to make room for it, possibly itself
   */
  int add(String offset, Emission event, BroadcastOptions options, long now) {
    long size = size(event);
    entries.add(new Entry(offset, event, options.rooms(), options.except(), now, size));
    bytes += size;
    int dropped = 0;
    while (entries.size() > maxEvents || bytes > maxBytes) {
      removeFirst();
      dropped++;
    }
    return dropped;
  }

  static long size(Emission event) {
    long size = event.json().length();
    for (byte[] attachment : event.attachments()) {
      size += attachment.length;
    }
    return size;
  }

  private void removeFirst() {
    bytes -= entries.removeFirst().size();
  }

  /** Removes those that were added before a time. */
  void expire(long before) {
    while (!entries.isEmpty() && entries.getFirst().at() - before < 0) {
      removeFirst();
    }
  }

  boolean contains(String offset) {
    return entries.stream().anyMatch(entry -> entry.offset().equals(offset));
  }

  /** What came behind an offset for somebody in these rooms; empty if the offset is unknown. */
  Optional<List<MissedEvent>> after(String offset, Set<String> rooms) {
    List<MissedEvent> missed = null;
    for (Entry entry : entries) {
      if (missed == null) {
        missed = entry.offset().equals(offset) ? new ArrayList<>() : null;
      } else if (entry.concerns(rooms)) {
        missed.add(new MissedEvent(entry.event(), entry.offset()));
      }
    }
    return Optional.ofNullable(missed);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void clear() {
    entries.clear();
    bytes = 0;
  }

  @Override
  public String toString() {
    return "EventLog[events=" + entries.size() + ", bytes=" + bytes + "]";
  }
}
