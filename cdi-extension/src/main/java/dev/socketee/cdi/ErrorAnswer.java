package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.ConnectionRefusedException;
import dev.socketee.ConversionException;
import dev.socketee.EventRefusedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told of a handler that has failed: the object {@code {"message", "data"}}, which
 * it gets of a refused event and of a refused CONNECT, too. Only what is meant for it is in there.
 *
 * @param message what went wrong
 * @param data the details; {@code null} for none
 */
record ErrorAnswer(String message, @Nullable Object data) {

  private static final String INVALID_ARGUMENTS = "Invalid arguments";
  private static final String INVALID_RESULT = "Invalid result";
  private static final ErrorAnswer UNCONVERTIBLE = new ErrorAnswer(INVALID_ARGUMENTS, null);
  private static final ErrorAnswer UNEXPECTED = new ErrorAnswer("Internal server error", null);

  /** For what a handler has thrown, or what came of binding its parameters. */
  static ErrorAnswer of(Throwable error, HandlerMethod handler) {
    if (error instanceof EventRefusedException refusal) {
      return new ErrorAnswer(String.valueOf(refusal.getMessage()), refusal.data());
    }
    if (error instanceof ConversionException) {
      return UNCONVERTIBLE;
    }
    if (Denials.denies(error)) {
      return new ErrorAnswer(Denials.reported(error).answer(), null);
    }
    return violations(error, handler).orElse(UNEXPECTED);
  }

  /** If the parameters or the result of the handler itself violate constraints. */
  private static Optional<ErrorAnswer> violations(Throwable error, HandlerMethod handler) {
    return BeanValidation.AVAILABLE ? Violations.of(error, handler) : Optional.empty();
  }

  /**
   * What to report of an error that nobody handles: constraints that a client's arguments violate
   * are its fault, as arguments that cannot be converted are, and no reason for a stack trace. Nor
   * is it one that somebody tries what is not for him.
   */
  static Throwable reported(Throwable error, HandlerMethod handler) {
    if (Denials.denies(error)) {
      return Denials.reported(error);
    }
    return violations(error, handler)
        .filter(answer -> !answer.message().equals(INVALID_RESULT))
        .<Throwable>map(
            answer ->
                new ConversionException(
                    handler.description() + " does not take them: " + answer.data(), error))
        .orElse(error);
  }

  /** Whether a CONNECT that failed for this reason is refused as its handler would do it. */
  static Optional<ConnectionRefusedException> refusal(Throwable error, HandlerMethod handler) {
    if (error instanceof ConnectionRefusedException refusal) {
      return Optional.of(refusal);
    }
    ErrorAnswer answer = of(error, handler);
    return answer.equals(UNEXPECTED) || answer.equals(UNCONVERTIBLE)
        ? Optional.empty()
        : Optional.of(new ConnectionRefusedException(answer.message(), answer.data()));
  }

  /**
   * Acknowledges with it, if an acknowledgement is awaited.
   *
   * @throws IllegalArgumentException if the details cannot be encoded; the message has been sent
   */
  void send(Ack<Object> ack) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("message", message);
    if (data == null) {
      ack.send(answer);
      return;
    }
    answer.put("data", data);
    try {
      ack.send(answer);
    } catch (IllegalArgumentException e) {
      answer.remove("data");
      ack.send(answer);
      throw e;
    }
  }

  /** Details of violated constraints. */
  static ErrorAnswer ofViolations(boolean result, List<Map<String, String>> violations) {
    return new ErrorAnswer(
        result ? INVALID_RESULT : INVALID_ARGUMENTS, Map.of("violations", violations));
  }
}
