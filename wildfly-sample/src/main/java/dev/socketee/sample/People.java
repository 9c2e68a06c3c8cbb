package dev.socketee.sample;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Socket;
import dev.socketee.sample.Messages.Credentials;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who is here: every name belongs to one socket. */
@ApplicationScoped
public class People {

  private static final int LONGEST_NAME = 20;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._'-]*");

  /** Where a socket's name is found in its {@link Socket#data() data}. */
  private static final String NICK = "nick";

  private final ConcurrentMap<String, Seat> seats = new ConcurrentHashMap<>();

  /** A name that is in use; the key is a secret of the page that uses it. */
  private record Seat(String key, Socket socket) {}

  /**
   * Gives the socket the name that its page asks for.
   *
   * <p>A page that has lost its connection is often back before the server has noticed the loss.
   * Its key proves that the name is its own, so it takes over from its former socket.
   *
   * @throws ConnectionRefusedException if it cannot have the name; the page shows why
   */
  String arrive(Socket socket, @Nullable Credentials who) {
    String nick = who == null || who.nick() == null ? "" : who.nick().strip();
    String key = who == null || who.key() == null ? socket.id() : who.key();
    check(!nick.isEmpty(), "empty", "Please tell us your name.");
    check(nick.length() <= LONGEST_NAME, "long", "At most 20 characters, please.");
    check(NAME.matcher(nick).matches(), "characters", "Letters, digits and . _ ' - only, please.");

    Seat mine = new Seat(key, socket);
    Seat held = seats.putIfAbsent(folded(nick), mine);
    if (held != null) {
      boolean won = held.key().equals(key) && seats.replace(folded(nick), held, mine);
      check(won, "taken", "Somebody here is called " + nick + " already.");
      held.socket().disconnect();
    }
    socket.data().put(NICK, nick);
    return nick;
  }

  /** Frees the name of a socket, unless the same page has taken it over since. */
  void leave(Socket socket) {
    seats.computeIfPresent(
        folded(nick(socket)), (name, seat) -> seat.socket().id().equals(socket.id()) ? null : seat);
  }

  /** The name of a socket that has {@linkplain #arrive arrived}. */
  String nick(Socket socket) {
    return String.valueOf(socket.data().get(NICK));
  }

  /** The socket of that name, if somebody has it. */
  Optional<Socket> find(String nick) {
    return Optional.ofNullable(seats.get(folded(nick))).map(Seat::socket);
  }

  int count() {
    return seats.size();
  }

  private static void check(boolean fine, String code, String message) {
    if (!fine) {
      throw new ConnectionRefusedException(message, Map.of("field", "nick", "code", code));
    }
  }

  private static String folded(String nick) {
    return nick.toLowerCase(Locale.ROOT);
  }
}
