package dev.socketee.cdi.readme.handlers;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Query;
import dev.socketee.annotation.Remaining;
import jakarta.enterprise.inject.Default;
import java.util.List;
import java.util.Optional;

@Namespace("/draw")
public class Drawing {

  @OnEvent
  void line(Point from, Point to) {}

  @OnEvent
  void lines(List<Point> points, String... tags) {} // emit("lines", [{...}, {...}], "red", "thick")

  @OnEvent
  void polygon(
      Socket socket, @Remaining List<Point> corners) {} // emit("polygon", {...}, {...}, {...})

  @OnEvent
  void tagged(
      @Header("X-Tenant") String tenant, @Query("zoom") Optional<Integer> zoom, String tag) {}

  @OnEvent
  void saved(byte[] picture, @Default Archive archive, Broadcaster everyone) {
    everyone.emit("saved", archive.add(picture));
  }
}
