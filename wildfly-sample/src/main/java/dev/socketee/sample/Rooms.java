package dev.socketee.sample;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.sample.Messages.Message;
import dev.socketee.sample.Messages.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who is in which room, and what was said there lately.
 *
 * <p>One lock guards it, and events are emitted under it: emitting never blocks, and so whoever
 * joins misses no message between the history and the first live one, and nobody's list of people
 * is overtaken by an older one.
 */
@ApplicationScoped
public class Rooms {

  static final List<Topic> ALL =
      List.of(
          new Topic("lobby", "Where everybody arrives"),
          new Topic("jakarta", "Beans, servlets, and who injects whom"),
          new Topic("coffee", "Anything but work"),
          new Topic("pictures", "Show us where you are"));

  private static final int KEPT_MESSAGES = 50;

  /** Those of everybody in the namespace; a room narrows it. */
  @Inject
  @Namespace("/chat")
  Broadcaster chat;

  private final Instant opened = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final Lock lock = new ReentrantLock();
  private final Map<String, RoomState> rooms = new LinkedHashMap<>();
  private long messages;

  /** The names by socket id, because a name can change its socket, and the last messages. */
  private record RoomState(Map<String, String> nicks, Deque<Message> history) {}

  Rooms() {
    ALL.forEach(room -> rooms.put(room.name(), new RoomState(new HashMap<>(), new ArrayDeque<>())));
  }

  /** Since when the rooms exist: a page that saw an earlier time knows that we were restarted. */
  Instant opened() {
    return opened;
  }

  /** Puts a socket into a room, if there is such a room. */
  void join(Socket socket, String nick, String room) {
    lock.lock();
    try {
      RoomState state = rooms.get(room);
      if (state != null && state.nicks().put(socket.id(), nick) == null) {
        socket.join(room);
        socket.emit("history", room, List.copyOf(state.history()));
        tellWhoIsIn(room, state);
      }
    } finally {
      lock.unlock();
    }
  }

  void leave(Socket socket, String room) {
    lock.lock();
    try {
      RoomState state = rooms.get(room);
      if (state != null && state.nicks().remove(socket.id()) != null) {
        socket.leave(room);
        tellWhoIsIn(room, state);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Says something to all others in a room.
   *
   * @param arguments what the event carries: the message, and more
   * @return whether it was said: nobody can talk into a room without being there
   */
  boolean say(Socket from, String event, Message message, Object... arguments) {
    lock.lock();
    try {
      RoomState state = rooms.get(message.to());
      if (state == null || !state.nicks().containsKey(from.id())) {
        return false;
      }
      state.history().add(message);
      if (state.history().size() > KEPT_MESSAGES) {
        state.history().remove();
      }
      messages++;
      from.to(message.to()).emit(event, arguments);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages were said in rooms so far. */
  long messages() {
    lock.lock();
    try {
      return messages;
    } finally {
      lock.unlock();
    }
  }

  /** How many people are in each room. */
  Map<String, Integer> sizes() {
    lock.lock();
    try {
      Map<String, Integer> sizes = new TreeMap<>();
      rooms.forEach((name, state) -> sizes.put(name, state.nicks().size()));
      return sizes;
    } finally {
      lock.unlock();
    }
  }

  private void tellWhoIsIn(String room, RoomState state) {
    List<String> nicks = state.nicks().values().stream().distinct().sorted().toList();
    chat.to(room).emit("people", room, nicks);
  }
}
