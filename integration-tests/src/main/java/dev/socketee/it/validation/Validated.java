package dev.socketee.it.validation;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Constraints on arguments are an interceptor of the container. */
@Namespace("/validated")
public class Validated {

  /** An argument with constraints. */
  public record Order(@NotNull @Size(min = 2, max = 5) String article, @Max(10) int pieces) {}

  @OnEvent("order")
  String order(@NotNull @Valid Order order) {
    return order.pieces() + " of " + order.article();
  }

  @OnError
  void invalid(Socket socket, ConstraintViolationException e) {
    socket.emit("invalid", e.getConstraintViolations().size());
  }
}
