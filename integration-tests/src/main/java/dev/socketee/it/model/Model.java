package dev.socketee.it.model;

import dev.socketee.Socket;
import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.annotation.Query;
import dev.socketee.annotation.Remaining;
import jakarta.enterprise.inject.Default;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Handlers with every kind of parameter and result. */
@Namespace("/model")
public class Model {

  @OnEvent
  int sum(int first, int... more) {
    return first + IntStream.of(more).sum();
  }

  @OnEvent
  int lengths(@Remaining List<byte[]> parts) {
    return parts.stream().mapToInt(part -> part.length).sum();
  }

  @OnEvent
  List<String> request(@Query("tenant") Optional<String> tenant, @Query("EIO") int version) {
    return List.of(tenant.orElse("none"), String.valueOf(version));
  }

  @OnEvent
  int count(@Default Counter counter) {
    return counter.next();
  }

  @OnEvent
  List<Integer> audience(@Default Audience audience) {
    return audience.sizes();
  }

  @OnEvent
  void join(Socket socket, String room) {
    socket.join(room);
  }

  @OnEvent
  @Broadcast
  String say(String text) {
    return text;
  }

  @OnEvent
  @EmitTo(value = "painters", event = "painted")
  Optional<String> paint(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
