package dev.socketee.server;

import dev.socketee.server.Mailbox.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of tasks in order, linked by themselves, so that an empty one costs nothing. Not
 * thread-safe: the lock of its mailbox guards it.
 */
final class TaskQueue {

  private final int maxTasks;
  private final long maxBytes;

  private @Nullable Task head;
  private @Nullable Task tail;
  private int tasks;
  private long bytes;

  TaskQueue(int maxTasks, long maxBytes) {
    this.maxTasks = maxTasks;
    this.maxBytes = maxBytes;
  }

  boolean isEmpty() {
    return head == null;
  }

  boolean hasRoomFor(Task task) {
    return fits(task, 0, 0);
  }

  private boolean fits(Task task, int fewer, long less) {
    return tasks - fewer < maxTasks && task.size() <= maxBytes - bytes + less;
  }

  /** Adds a task at the end, whether there is room or not. */
  void add(Task task) {
    if (tail == null) {
      head = task;
    } else {
      tail.next = task;
    }
    tail = task;
    tasks++;
    bytes += task.size();
  }

  /** Takes the first one out. */
  @Nullable Task poll() {
    Task first = head;
    if (first != null) {
      unlink(null, first);
    }
    return first;
  }

  /**
   * Takes out the oldest of those that may be dropped, as many as it takes to have room for another
   * one; none if that were not enough.
   */
  List<Task> makeRoomFor(Task task) {
    List<Task> oldest = new ArrayList<>();
    long less = 0;
    for (Task each = head; each != null && !fits(task, oldest.size(), less); each = each.next) {
      if (each.droppable()) {
        oldest.add(each);
        less += each.size();
      }
    }
    if (!fits(task, oldest.size(), less)) {
      return List.of();
    }
    unlink(oldest);
    return oldest;
  }

  /** Some of them, in their order. */
  private void unlink(List<Task> some) {
    Task before = null;
    Task each = head;
    for (Task one : some) {
      while (each != null && each != one) {
        before = each;
        each = each.next;
      }
      each = one.next;
      unlink(before, one);
    }
  }

  private void unlink(@Nullable Task before, Task one) {
    if (before == null) {
      head = one.next;
    } else {
      before.next = one.next;
    }
    if (tail == one) {
      tail = before;
    }
    one.next = null;
    tasks--;
    bytes -= one.size();
  }

  void clear() {
    head = null;
    tail = null;
    tasks = 0;
    bytes = 0;
  }

  @Override
  public String toString() {
    return "tasks=" + tasks + ", bytes=" + bytes;
  }
}
