package dev.socketee.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.spi.UserRooms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a naive index, with random operations. */
class RoomIndexTest {

  private static final int MEMBERS = 12;
  private static final int STEPS = 4000;
  private static final List<String> ROOMS = List.of("a", "b", "c", "d", "m0", "m1");

  private final RoomIndex<String> index =
      new RoomIndex<>(new RoomEvents(() -> Runnable::run, ManualTimer::new));

  /** Everything in sets, and every question answered by a search. */
  private static final class Oracle {
    private final Map<String, Set<String>> roomsOf = new HashMap<>();
    private final Set<String> connected = new HashSet<>();
    private final Set<String> gone = new HashSet<>();

    Set<String> rooms(String member) {
      return roomsOf.computeIfAbsent(member, absent -> new HashSet<>());
    }

    void join(String member, String... rooms) {
      if (!gone.contains(member)) {
        rooms(member).addAll(List.of(rooms));
      }
    }

    void connect(String member) {
      if (!gone.contains(member) && connected.add(member)) {
        join(member, member);
      }
    }

    void remove(String member) {
      gone.add(member);
      connected.remove(member);
      rooms(member).clear();
    }

    Set<String> targets(@Nullable Set<String> rooms, Set<String> except) {
      return roomsOf.keySet().stream()
          .filter(member -> rooms == null ? connected.contains(member) : in(member, rooms))
          .filter(member -> !in(member, except))
          .collect(Collectors.toSet());
    }

    private boolean in(String member, Set<String> rooms) {
      return roomsOf.getOrDefault(member, Set.of()).stream().anyMatch(rooms::contains);
    }

    long size(String room) {
      return targets(Set.of(room), Set.of()).size();
    }

    long roomCount() {
      return roomsOf.values().stream().flatMap(Set::stream).distinct().count();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomOperations_agreeWithTheOracle(long seed) {
    Random random = new Random(seed);
    Oracle oracle = new Oracle();
    List<RoomIndex.Member<String>> members = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MEMBERS; i++) {
      names.add("m" + i);
      members.add(new RoomIndex.Member<>("m" + i, "m" + i));
    }

    int born = MEMBERS;
    for (int step = 0; step < STEPS; step++) {
      int at = random.nextInt(MEMBERS);
      RoomIndex.Member<String> member = members.get(at);
      String name = names.get(at);
      String room = pick(random);
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> {
          String another = pick(random);
          index.join(member, room, another);
          oracle.join(name, room, another);
        }
        case 3, 4 -> {
          index.leave(member, room);
          oracle.rooms(name).remove(room);
        }
        case 5, 6 -> {
          index.connect(member, at % 2 == 0 ? null : "user"); // which changes nothing else
          oracle.connect(name);
        }
        case 7 -> {
          index.remove(member);
          oracle.remove(name);
        }
        case 8 -> {
          if (oracle.gone.contains(name)) {
            names.set(at, "m" + born);
            members.set(at, new RoomIndex.Member<>("m" + born, "m" + born));
            born++;
          }
        }
        default -> {}
      }
      assertThat(index.rooms(members.get(at))).isEqualTo(oracle.rooms(names.get(at)));
      Set<String> wanted = random.nextInt(4) == 0 ? null : some(random);
      Set<String> except = random.nextBoolean() ? Set.of() : some(random);
      List<String> targets = index.targets(wanted, except);
      assertThat(targets).doesNotHaveDuplicates();
      assertThat(new TreeSet<>(targets)).isEqualTo(new TreeSet<>(oracle.targets(wanted, except)));
      assertThat(index.size(room)).isEqualTo((int) oracle.size(room));
      assertThat(index.byId(name).isPresent()).isEqualTo(oracle.connected.contains(name));
    }

    assertThat(index.names().stream().filter(name -> !UserRooms.isReserved(name)))
        .hasSize((int) oracle.roomCount());
    members.forEach(index::remove);
    assertThat(index).hasToString("RoomIndex[connected=0, ids=0, rooms=0]");
  }

  private static String pick(Random random) {
    return ROOMS.get(random.nextInt(ROOMS.size()));
  }

  private static Set<String> some(Random random) {
    Set<String> some = new HashSet<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      some.add(pick(random));
    }
    return some;
  }

  @Test
  void targets_areASnapshot() {
    RoomIndex.Member<String> first = new RoomIndex.Member<>("1", "one");
    RoomIndex.Member<String> second = new RoomIndex.Member<>("2", "two");
    index.join(first, "a");
    List<String> targets = index.targets(Set.of("a"), Set.of());

    index.join(second, "a");
    index.remove(first);

    assertThat(targets).containsExactly("one");
  }

  @Test
  void members_thatAreNotConnected_areReachedThroughRoomsOnly() {
    RoomIndex.Member<String> member = new RoomIndex.Member<>("1", "one");
    index.join(member, "a");

    assertThat(index.targets(null, Set.of())).isEmpty();
    assertThat(index.targets(Set.of("a"), Set.of())).containsExactly("one");
    assertThat(index.byId("1")).isEmpty();
  }

  @Test
  void removed_cannotJoinOrConnectAgain() {
    RoomIndex.Member<String> member = new RoomIndex.Member<>("1", "one");
    index.remove(member);
    index.join(member, "a");
    index.connect(member, null);

    assertThat(index).hasToString("RoomIndex[connected=0, ids=0, rooms=0]");
  }
}
