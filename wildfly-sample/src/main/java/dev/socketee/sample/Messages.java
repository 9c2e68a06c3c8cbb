package dev.socketee.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What travels between the page and the server, as JSON-B reads and writes it without a single
 * annotation of its own: public records. A property that the client leaves out is {@code null},
 * whatever its type says, unless Bean Validation forbids it.
 */
interface Messages {

  /** The {@code auth} of the page: who it is, and the rooms it was in before it lost us. */
  record Credentials(@Nullable String nick, @Nullable String key, @Nullable List<String> rooms) {}

  /** What somebody wants to say, to a room or to {@code @somebody}. */
  record Draft(@NotBlank @Size(max = 40) String to, @NotNull @Size(max = 2_000) String text) {}

  /** What was said; if a picture came with it, its bytes travelled beside this. */
  record Message(String id, String from, String to, String text, boolean picture, Instant at) {}

  /** The acknowledgement of a draft: either its id and time, or why it was not delivered. */
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
