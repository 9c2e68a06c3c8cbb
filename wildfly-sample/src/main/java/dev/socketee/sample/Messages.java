package dev.socketee.sample;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What travels between the page and the server, as JSON-B reads and writes it without a single
 * annotation of its own: public records.
 */
interface Messages {

  /** The {@code auth} of the page: who it is, and the rooms it was in. It may leave out any. */
  record Credentials(@Nullable String nick, @Nullable String key, @Nullable List<String> rooms) {}

  /** What was said, to a room or to {@code @somebody}; a picture's bytes travel beside it. */
  record Message(String id, String from, String to, String text, boolean picture, Instant at) {

    static Message of(String from, String to, String text, boolean picture) {
      String id = UUID.randomUUID().toString();
      return new Message(id, from, to, text, picture, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /** The acknowledgement of a message: its id and time, or why it was not delivered. */
  record Receipt(@Nullable String id, @Nullable Instant at, @Nullable String problem) {

    static Receipt delivered(Message message) {
      return new Receipt(message.id(), message.at(), null);
    }

    static Receipt refused(String problem) {
      return new Receipt(null, null, problem);
    }
  }

  /** The first thing that a client gets: its name, the rooms, and since when they exist. */
  record Welcome(String nick, List<Topic> rooms, Instant opened) {}

  /** A room and what it is for. */
  record Topic(String name, String about) {}

  /** Once a second, for everybody. */
  record Statistics(
      Instant now, long upSeconds, int people, long messages, Map<String, Integer> rooms) {}
}
