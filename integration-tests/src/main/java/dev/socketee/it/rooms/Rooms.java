package dev.socketee.it.rooms;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.RoomName;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every way to choose who is told. What is told is {@code said}. */
@Namespace("/rooms")
public class Rooms {

  /** Who is to hear a text (all, if no room is named), and who not. */
  public record Announcement(List<String> to, List<String> except, String text) {}

  @Inject Broadcaster everyone;

  @Inject
  @RoomName("lobby")
  Room lobby;

  /** Joins rooms and tells which ones the socket is in then, but for its own. */
  @OnEvent("join")
  Set<String> join(Socket socket, List<String> rooms) {
    socket.join(array(rooms));
    return rooms(socket);
  }

  @OnEvent("leave")
  Set<String> leave(Socket socket, String room) {
    socket.leave(room);
    return rooms(socket);
  }

  @OnEvent("enter-lobby")
  int enterLobby(Socket socket) {
    lobby.join(socket);
    return lobby.size();
  }

  @OnEvent("leave-lobby")
  int leaveLobby(Socket socket) {
    lobby.leave(socket);
    return lobby.size();
  }

  @OnEvent("to-lobby-except-me")
  void toLobby(Socket from, String text) {
    lobby.except(from).emit("said", text);
  }

  @OnEvent("from-me-to")
  void fromMeTo(Socket from, List<String> rooms, String text) {
    from.to(array(rooms)).emit("said", text);
  }

  @OnEvent("from-me-except")
  void fromMeExcept(Socket from, List<String> rooms, String text) {
    from.except(array(rooms)).emit("said", text);
  }

  @OnEvent("to-all-others")
  void toAllOthers(Socket from, String text) {
    from.broadcast().emit("said", text);
  }

  @OnEvent("announce")
  void announce(Announcement announcement) {
    Broadcaster targets =
        announcement.to().isEmpty() ? everyone : everyone.to(array(announcement.to()));
    targets.except(array(announcement.except())).emit("said", announcement.text());
  }

  @OnEvent("announce-bytes")
  void announceBytes(byte[] bytes) {
    everyone.emit("bytes", bytes, bytes.length);
  }

  /** Many volatile events at once, and a last one that is not. */
  @OnEvent("volatile-burst")
  void volatileBurst(Socket socket, int count) {
    for (int i = 0; i < count; i++) {
      socket.asVolatile().emit("maybe", i);
    }
    socket.emit("surely", count);
  }

  /** The same as a broadcast. */
  @OnEvent("volatile-broadcast")
  void volatileBroadcast(String room, int count) {
    for (int i = 0; i < count; i++) {
      everyone.to(room).asVolatile().emit("maybe", i);
    }
    everyone.to(room).emit("surely", count);
  }

  private static Set<String> rooms(Socket socket) {
    Set<String> rooms = new TreeSet<>(socket.rooms());
    rooms.remove(socket.id());
    return rooms;
  }

  private static String[] array(List<String> rooms) {
    return rooms.toArray(String[]::new);
  }
}
