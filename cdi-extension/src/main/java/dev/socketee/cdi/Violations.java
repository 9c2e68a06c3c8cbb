package dev.socketee.cdi;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a client which constraints its arguments violate. Needs the API: see {@link
 * BeanValidation#AVAILABLE}.
 */
final class Violations {

  private static final Comparator<Map<String, String>> ORDER =
      Comparator.comparing(violation -> violation.get("path") + ' ' + violation.get("message"));

  private Violations() {}

  /**
   * The answer, if constraints of the handler itself are violated: those of whatever it calls are
   * not the client's business.
   */
  static Optional<ErrorAnswer> of(Throwable error, HandlerMethod handler) {
    if (!(error instanceof ConstraintViolationException violated)
        || violated.getConstraintViolations() == null
        || violated.getConstraintViolations().isEmpty()
        || !violated.getConstraintViolations().stream().allMatch(each -> ofCall(each, handler))) {
      return Optional.empty();
    }
    boolean result =
        violated.getConstraintViolations().stream()
            .anyMatch(each -> place(each).getKind() == ElementKind.RETURN_VALUE);
    List<Map<String, String>> violations =
        violated.getConstraintViolations().stream()
            .map(each -> describe(each, handler))
            .sorted(ORDER)
            .toList();
    return Optional.of(ErrorAnswer.ofViolations(result, violations));
  }

  private static boolean ofCall(ConstraintViolation<?> violation, HandlerMethod handler) {
    Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
    if (!nodes.hasNext()) {
      return false;
    }
    Path.Node first = nodes.next();
    return first.getKind() == ElementKind.METHOD
        && handler.method().getName().equals(first.getName())
        && nodes.hasNext();
  }

  /** The parameter or the result. */
  private static Path.Node place(ConstraintViolation<?> violation) {
    Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
    nodes.next();
    return nodes.next();
  }

  private static Map<String, String> describe(
      ConstraintViolation<?> violation, HandlerMethod handler) {
    Map<String, String> described = new LinkedHashMap<>();
    described.put("path", path(violation, handler));
    described.put("message", String.valueOf(violation.getMessage()));
    return described;
  }

  private static String path(ConstraintViolation<?> violation, HandlerMethod handler) {
    Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
    nodes.next();
    Path.Node place = nodes.next();
    StringBuilder path = new StringBuilder();
    int offset = 0;
    switch (place.getKind()) {
      case PARAMETER -> {
        HandlerParameter parameter =
            handler.parameters().get(place.as(Path.ParameterNode.class).getParameterIndex());
        path.append(parameter.source());
        offset = parameter.kind() == ParameterKind.REMAINING ? parameter.argument() : 0;
      }
      case RETURN_VALUE -> path.append("result");
      default -> path.append("arguments");
    }
    while (nodes.hasNext()) {
      append(path, nodes.next(), offset);
      offset = 0;
    }
    return path.toString();
  }

  /** What is in a container has the position or key there, and no name that a client knows. */
  private static void append(StringBuilder path, Path.Node node, int offset) {
    if (node.getIndex() != null) {
      path.append('[').append(node.getIndex() + offset).append(']');
    } else if (node.getKey() != null) {
      path.append('[').append(node.getKey()).append(']');
    } else if (node.isInIterable()) {
      path.append("[]");
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      path.append('.').append(node.getName());
    }
  }
}
