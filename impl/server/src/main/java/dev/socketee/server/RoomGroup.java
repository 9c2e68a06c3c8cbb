package dev.socketee.server;

import java.util.Arrays;

/**
 * Sockets side by side, with their seats: joining and leaving take the same time however many there
 * are. The index's lock guards it.
 */
final class RoomGroup {

  /** A place in a group. */
  static final class Seat {
    private final RoomGroup group;
    private int index;

    private Seat(RoomGroup group, int index) {
      this.group = group;
      this.index = index;
    }

    RoomGroup group() {
      return group;
    }
  }

  private Object[] sockets = new Object[1];
  private Seat[] seats = new Seat[1];
  private int size;

  Seat add(Object socket) {
    if (size == sockets.length) {
      resize(size * 2);
    }
    Seat seat = new Seat(this, size);
    sockets[size] = socket;
    seats[size] = seat;
    size++;
    return seat;
  }

  /** The last one moves to the place that becomes free. */
  void remove(Seat seat) {
    size--;
    Seat last = seats[size];
    sockets[seat.index] = sockets[size];
    seats[seat.index] = last;
    last.index = seat.index;
    Arrays.fill(sockets, size, size + 1, null);
    Arrays.fill(seats, size, size + 1, null);
    if (size > 0 && size <= sockets.length / 4) {
      resize(sockets.length / 2);
    }
  }

  private void resize(int length) {
    sockets = Arrays.copyOf(sockets, length);
    seats = Arrays.copyOf(seats, length);
  }

  Object[] members() {
    return Arrays.copyOf(sockets, size);
  }

  int size() {
    return size;
  }
}
