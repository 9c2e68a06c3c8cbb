package dev.socketee.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of many namespaces: some of its parts, between slashes, are variables in braces, as in
 * the paths of Jakarta WebSocket. Its pattern takes linear time, whatever clients send. Immutable.
 */
public final class NamespaceTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_.-]*)}");

  private final String name;
  private final Pattern pattern;
  private final String shape;

  /** The number of the group of each variable. */
  private final Map<String, Integer> variables;

  private NamespaceTemplate(
      String name, Pattern pattern, String shape, Map<String, Integer> variables) {
    this.name = name;
    this.pattern = pattern;
    this.shape = shape;
    this.variables = variables;
  }

  /** Whether a name is, or is meant to be, that of many. */
  public static boolean isOne(String name) {
    return name.indexOf('{') >= 0 || name.indexOf('}') >= 0;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it is none; the message completes "..., but"
   */
  public static NamespaceTemplate of(String name) {
    Map<String, Integer> variables = new LinkedHashMap<>();
    StringJoiner pattern = new StringJoiner("/");
    StringJoiner shape = new StringJoiner("/");
    for (String part : name.split("/", -1)) {
      Matcher variable = VARIABLE.matcher(part);
      if (variable.matches()) {
        if (variables.put(variable.group(1), variables.size() + 1) != null) {
          throw new IllegalArgumentException("has two variables " + part);
        }
        pattern.add("([^/]+)");
        shape.add("{}");
      } else if (isOne(part)) {
        throw new IllegalArgumentException(
            "\"" + part + "\" is no variable: it must be a name in braces between two slashes");
      } else {
        pattern.add(part.isEmpty() ? "" : Pattern.quote(part));
        shape.add(part);
      }
    }
    return new NamespaceTemplate(
        name, Pattern.compile(pattern.toString()), shape.toString(), Map.copyOf(variables));
  }

  /** The template as it was written. */
  public String name() {
    return name;
  }

  /** What the names match; equal for templates of one {@link #shape}. */
  public Pattern pattern() {
    return pattern;
  }

  /**
   * The template without the names of its variables. In the order of shapes, those with fewer
   * variables at the front come first.
   */
  public String shape() {
    return shape;
  }

  /** The names of its variables. */
  public Set<String> variables() {
    return variables.keySet();
  }

  /** What stands in the place of a variable in a name that matches. */
  public String value(String name, String variable) {
    Matcher matcher = pattern.matcher(name);
    if (!matcher.matches()) {
      throw new IllegalStateException(name + " is none of " + shape);
    }
    return matcher.group(Objects.requireNonNull(variables.get(variable), variable));
  }
}
