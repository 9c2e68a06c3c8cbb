package dev.socketee.server;

import dev.socketee.server.RoomGroup.Seat;
import dev.socketee.spi.UserRooms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room of a namespace, on this server (reference 4.1). One lock guards it all;
 * nothing is called under it.
 *
 * <p>A user is a room, too, for broadcasts and for adapters; for its sockets it is none.
 *
 * <p>A room is a dense array, and a member knows its place in it. So joining and leaving take the
 * same time however large the room is, and the targets of a broadcast are a copy of memory, without
 * a hash table to walk.
 *
 * @param <S> what a member is
 */
final class RoomIndex<S> {

  private final RoomEvents events;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, RoomGroup> rooms = new HashMap<>();
  private final Map<String, S> connectedById = new HashMap<>();
  private final RoomGroup connected = new RoomGroup();

  /** A socket's part in the index. All of it is guarded by the index's lock. */
  static final class Member<S> {
    private final String id;
    private final S socket;
    private final int maxRooms;
    private final Map<String, Seat> seats = new HashMap<>(4);
    private @Nullable Seat connected;
    private @Nullable UserSeat user;
    private boolean gone;

    Member(String id, S socket) {
      this(id, socket, Integer.MAX_VALUE);
    }

    /** One that may join so many rooms, that of its id included. */
    Member(String id, S socket, int maxRooms) {
      this.id = id;
      this.socket = socket;
      this.maxRooms = maxRooms;
    }

    String id() {
      return id;
    }
  }

  /** Where a member is found by its user. It counts as no room of the member's. */
  private record UserSeat(String room, Seat seat) {}

  /**
   * An empty index.
   *
   * @param events notes what happens, under the lock, and is told to tell after its release
   */
  RoomIndex(RoomEvents events) {
    this.events = events;
  }

  /**
   * Puts a member into rooms: all of them, or none if these are too many. Nothing happens if it was
   * {@linkplain #remove removed}, or is in them already.
   *
   * @return whether there was room for these rooms
   * @throws IllegalArgumentException if one is that of a user
   */
  boolean join(Member<S> member, String... names) {
    requireFree(names);
    boolean fits;
    lock.lock();
    try {
      fits = member.gone || hasRoom(member, names);
      if (fits && !member.gone) {
        for (String name : names) {
          seat(member, name);
        }
      }
    } finally {
      lock.unlock();
    }
    events.tell();
    return fits;
  }

  /**
   * Looks whether an application can have rooms of these names.
   *
   * @throws IllegalArgumentException if not
   */
  static void requireFree(String... names) {
    for (String name : names) {
      if (UserRooms.isReserved(name)) {
        throw new IllegalArgumentException(
            "The room of a user cannot be joined, the server does that. Name the room otherwise: no"
                + " name may begin with the control character U+0001 and `user:`");
      }
    }
  }

  /** The room of its id, which it joins when it is connected, is kept free. */
  private static boolean hasRoom(Member<?> member, String... names) {
    int own = member.connected == null ? 1 : 0;
    int after = member.seats.size() + own + names.length;
    if (after <= member.maxRooms) {
      return true;
    }
    Set<String> all = new HashSet<>(member.seats.keySet());
    Collections.addAll(all, names);
    return all.size() == member.seats.size() || all.size() + own <= member.maxRooms;
  }

  private void seat(Member<S> member, String name) {
    if (!member.seats.containsKey(name)) {
      RoomGroup room = rooms.computeIfAbsent(name, absent -> new RoomGroup());
      member.seats.put(name, room.add(member.socket));
      events.joined(name, member.id, room.size() == 1);
    }
  }

  /** Takes a member out of a room; not out of that of its user. */
  void leave(Member<S> member, String name) {
    lock.lock();
    try {
      Seat seat = member.seats.remove(name);
      if (seat != null) {
        vacate(member, name, seat);
      }
    } finally {
      lock.unlock();
    }
    events.tell();
  }

  private void vacate(Member<S> member, String name, Seat seat) {
    seat.group().remove(seat);
    boolean empty = seat.group().size() == 0;
    if (empty) {
      rooms.remove(name);
    }
    events.left(name, member.id, empty);
  }

  /**
   * Makes a member one of those that a broadcast to all reaches, and puts it into the room of its
   * id, and that of its user.
   *
   * @param user whose it is; {@code null} if it is nobody's
   */
  void receive(Member<S> member, @Nullable String user) {
    lock.lock();
    try {
      enter(member, user);
    } finally {
      lock.unlock();
    }
    events.tell();
  }

  private void enter(Member<S> member, @Nullable String user) {
    if (!member.gone && member.connected == null) {
      member.connected = connected.add(member.socket);
      seat(member, member.id);
    }
    if (user != null && !member.gone && member.user == null) {
      String name = UserRooms.of(user);
      RoomGroup room = rooms.computeIfAbsent(name, absent -> new RoomGroup());
      member.user = new UserSeat(name, room.add(member.socket));
      events.joined(name, member.id, room.size() == 1);
    }
  }

  /** Makes a member one of the connected: {@linkplain #receive receiving}, and found by its id. */
  void connect(Member<S> member, @Nullable String user) {
    lock.lock();
    try {
      if (!member.gone) {
        enter(member, user);
        connectedById.put(member.id, member.socket);
      }
    } finally {
      lock.unlock();
    }
    events.tell();
  }

  /**
   * Removes a member from everywhere, and for good: it cannot join again. Answers the rooms that it
   * was in.
   */
  Set<String> remove(Member<S> member) {
    Set<String> left;
    lock.lock();
    try {
      left = Set.copyOf(member.seats.keySet());
      member.gone = true;
      member.seats.forEach((name, seat) -> vacate(member, name, seat));
      member.seats.clear();
      UserSeat user = member.user;
      if (user != null) {
        member.user = null;
        vacate(member, user.room(), user.seat());
      }
      if (member.connected != null) {
        connected.remove(member.connected);
        member.connected = null;
        // By now it can be another one's: that of a client that has come back.
        connectedById.remove(member.id, member.socket);
      }
    } finally {
      lock.unlock();
    }
    events.tell();
    return left;
  }

  /** How many members are connected. */
  int connected() {
    lock.lock();
    try {
      return connected.size();
    } finally {
      lock.unlock();
    }
  }

  /** The rooms of a member; a snapshot. */
  Set<String> rooms(Member<S> member) {
    lock.lock();
    try {
      return Set.copyOf(member.seats.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** The size of a room, 0 if it does not exist. */
  int size(String room) {
    lock.lock();
    try {
      RoomGroup group = rooms.get(room);
      return group == null ? 0 : group.size();
    } finally {
      lock.unlock();
    }
  }

  /** The users that have members; a snapshot. */
  Set<String> users() {
    return names().stream()
        .filter(UserRooms::isReserved)
        .map(room -> room.substring(UserRooms.PREFIX.length()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The rooms that exist, those of users among them; a snapshot. */
  Set<String> names() {
    lock.lock();
    try {
      return Set.copyOf(rooms.keySet());
    } finally {
      lock.unlock();
    }
  }

  /** A connected member. */
  Optional<S> byId(String id) {
    lock.lock();
    try {
      return Optional.ofNullable(connectedById.get(id));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whom a broadcast reaches; a snapshot, each member once.
   *
   * @param names the union of these rooms, or {@code null} for all that are connected. Members that
   *     are not connected yet are reached through rooms that they have joined
   * @param except without those in any of these rooms
   */
  List<S> targets(@Nullable Set<String> names, Set<String> except) {
    List<Object[]> wanted;
    List<Object[]> unwanted;
    lock.lock();
    try {
      wanted = names == null ? List.<Object[]>of(connected.members()) : members(names);
      unwanted = members(except);
    } finally {
      lock.unlock();
    }
    return without(wanted, unwanted);
  }

  private List<Object[]> members(Set<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<Object[]> members = new ArrayList<>(names.size());
    for (String name : names) {
      RoomGroup room = rooms.get(name);
      if (room != null) {
        members.add(room.members());
      }
    }
    return members;
  }

  @SuppressWarnings("unchecked") // the arrays hold nothing but what members were made with
  private static <S> List<S> without(List<Object[]> wanted, List<Object[]> unwanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    if (wanted.size() == 1 && unwanted.isEmpty()) {
      return (List<S>) Arrays.asList(wanted.get(0));
    }
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Object[] room : unwanted) {
      Collections.addAll(seen, room);
    }
    boolean distinct = wanted.size() == 1;
    List<S> targets = new ArrayList<>(wanted.get(0).length);
    for (Object[] room : wanted) {
      for (Object socket : room) {
        if (distinct ? !seen.contains(socket) : seen.add(socket)) {
          targets.add((S) socket);
        }
      }
    }
    return targets;
  }

  @Override
  public String toString() {
    lock.lock();
    try {
      return "RoomIndex[connected="
          + connected.size()
          + ", ids="
          + connectedById.size()
          + ", rooms="
          + rooms.size()
          + "]";
    } finally {
      lock.unlock();
    }
  }
}
