package dev.socketee.spi;

import java.util.Arrays;

/**
 * The rooms by which users are addressed: {@code broadcaster.toUser("ann")} is a broadcast to one.
 * Every socket whose caller has a name is in the one of that name, from the acceptance of its
 * CONNECT on. They are rooms as any other to an {@link Adapter}, which hears of them, too; the
 * application does not see them, and its own rooms cannot have such names.
 */
public final class UserRooms {

  /** What their names begin with, and those of no other rooms: a control character, and a word. */
  public static final String PREFIX = "\u0001user:";

  private UserRooms() {}

  /**
   * The room of a user.
   *
   * @param user the name of the user
   * @return the name of the room
   */
  public static String of(String user) {
    return PREFIX.concat(user);
  }

  /**
   * The rooms of users.
   *
   * @param users their names
   * @return the names of the rooms, in that order
   */
  public static String[] of(String... users) {
    return Arrays.stream(users).map(PREFIX::concat).toArray(String[]::new);
  }

  /**
   * Whether a room is one of these.
   *
   * @param room the name of a room
   * @return {@code false} if it is one of the application's
   */
  public static boolean isReserved(String room) {
    return room.startsWith(PREFIX);
  }
}
