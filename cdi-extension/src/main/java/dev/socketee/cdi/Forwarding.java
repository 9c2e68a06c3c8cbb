package dev.socketee.cdi;

import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a handler goes besides the acknowledgement.
 *
 * @param rooms to those in these; to all if there are none
 * @param event as which event
 * @param self whether to the sender, too
 */
record Forwarding(List<String> rooms, String event, boolean self) {

  /** What the annotations of a handler say; empty if they say nothing. */
  static Optional<Forwarding> of(AnnotatedMethod<?> method, String handled) {
    EmitTo emitTo = method.getAnnotation(EmitTo.class);
    if (emitTo != null) {
      return Optional.of(
          new Forwarding(List.of(emitTo.value()), name(emitTo.event(), handled), emitTo.self()));
    }
    Broadcast broadcast = method.getAnnotation(Broadcast.class);
    return broadcast == null
        ? Optional.empty()
        : Optional.of(
            new Forwarding(List.of(), name(broadcast.event(), handled), broadcast.self()));
  }

  /** Whether a method has one of the annotations. */
  static boolean present(AnnotatedMethod<?> method) {
    return method.isAnnotationPresent(EmitTo.class) || method.isAnnotationPresent(Broadcast.class);
  }

  /**
   * Emits a result, if there is one.
   *
   * @throws IllegalArgumentException if it cannot be encoded
   */
  void emit(Socket socket, @Nullable Object result) {
    Object value = result instanceof Optional<?> optional ? optional.orElse(null) : result;
    if (value == null) {
      return;
    }
    Broadcaster targets = self ? socket.namespace() : socket.broadcast();
    (rooms.isEmpty() ? targets : targets.to(rooms.toArray(String[]::new))).emit(event, value);
  }

  private static String name(String event, String handled) {
    return event.isEmpty() ? handled : event;
  }
}
