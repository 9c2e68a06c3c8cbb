package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TaskQueueTest {

  private final TaskQueue queue = new TaskQueue(4, 10);

  private static final class Entry extends Mailbox.Task {
    private final long size;
    private final boolean droppable;

    Entry(long size, boolean droppable) {
      this.size = size;
      this.droppable = droppable;
    }

    @Override
    void run() {}

    @Override
    long size() {
      return size;
    }

    @Override
    boolean droppable() {
      return droppable;
    }
  }

  private static Entry small() {
    return new Entry(1, true);
  }

  private Entry add(Entry entry) {
    queue.add(entry);
    return entry;
  }

  private List<Mailbox.Task> rest() {
    List<Mailbox.Task> rest = new ArrayList<>();
    Mailbox.Task next = queue.poll();
    while (next != null) {
      rest.add(next);
      next = queue.poll();
    }
    return rest;
  }

  @Test
  void room_endsAtTheNumberOfTasks() {
    for (int i = 0; i < 4; i++) {
      assertThat(queue.hasRoomFor(small())).isTrue();
      add(small());
    }

    assertThat(queue.hasRoomFor(small())).isFalse();
    assertThat(queue).hasToString("tasks=4, bytes=4");
  }

  @Test
  void room_endsAtTheNumberOfBytes() {
    add(new Entry(4, true));

    assertThat(queue.hasRoomFor(new Entry(6, true))).isTrue();
    assertThat(queue.hasRoomFor(new Entry(7, true))).isFalse();
    assertThat(queue.hasRoomFor(new Entry(Long.MAX_VALUE, true))).isFalse();
  }

  @Test
  void makeRoom_takesTheOldestThatMayBeDropped() {
    Entry fixed = add(new Entry(0, false));
    Entry first = add(small());
    Entry second = add(small());
    Entry third = add(small());

    assertThat(queue.makeRoomFor(small())).containsExactly(first);

    assertThat(rest()).containsExactly(fixed, second, third);
    assertThat(queue).hasToString("tasks=0, bytes=0");
  }

  @Test
  void makeRoom_thatWouldNotBeEnough_takesNone() {
    Entry fixed = add(new Entry(5, false));
    Entry other = add(small());

    assertThat(queue.makeRoomFor(new Entry(6, true))).isEmpty();

    assertThat(rest()).containsExactly(fixed, other);
  }

  @Test
  void makeRoom_ofEverything_leavesAQueueThatCanBeUsed() {
    Entry first = add(new Entry(5, true));
    Entry second = add(new Entry(5, true));

    assertThat(queue.makeRoomFor(new Entry(10, true))).containsExactly(first, second);
    assertThat(queue.isEmpty()).isTrue();

    Entry last = add(new Entry(10, true));
    assertThat(rest()).containsExactly(last);
  }

  /** Against a list that does the same in an obvious way. */
  @Test
  void anythingInAnyOrder_isWhatAListWouldDo() {
    Random random = new Random(4);
    Deque<Entry> model = new ArrayDeque<>();
    for (int i = 0; i < 20_000; i++) {
      if (random.nextInt(4) == 0) {
        assertThat(queue.poll()).isSameAs(model.poll());
        continue;
      }
      Entry entry = new Entry(random.nextInt(12), random.nextInt(3) > 0);
      List<Entry> gone = expected(model, entry);
      if (!queue.hasRoomFor(entry)) {
        assertThat(queue.makeRoomFor(entry)).isEqualTo(gone);
        model.removeAll(gone);
      }
      assertThat(queue.hasRoomFor(entry)).isEqualTo(roomIn(model, entry));
      if (queue.hasRoomFor(entry)) {
        queue.add(entry);
        model.add(entry);
      }
    }
    assertThat(rest()).isEqualTo(new ArrayList<>(model));
  }

  private static List<Entry> expected(Deque<Entry> model, Entry entry) {
    Deque<Entry> left = new ArrayDeque<>(model);
    List<Entry> gone = new ArrayList<>();
    Iterator<Entry> each = left.iterator();
    while (!roomIn(left, entry) && each.hasNext()) {
      Entry next = each.next();
      if (next.droppable()) {
        each.remove();
        gone.add(next);
      }
    }
    return roomIn(left, entry) ? gone : List.of();
  }

  private static boolean roomIn(Deque<Entry> entries, Entry entry) {
    return entries.size() < 4 && entries.stream().mapToLong(Entry::size).sum() + entry.size() <= 10;
  }
}
