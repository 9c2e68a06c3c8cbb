package dev.socketee.cdi;

import dev.socketee.ConversionException;
import dev.socketee.Handshake;
import dev.socketee.server.NamespaceTemplate;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that gets text of the handshake, a header or a parameter of the URL, or of the name
 * of the namespace. Immutable.
 *
 * @param shape whether it takes one text or several
 * @param conversion of each
 */
record TextParameter(Shape shape, TextConversion conversion) {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  /** What is around the values. */
  enum Shape {
    SINGLE,
    OPTIONAL,
    LIST,
    SET;

    private static Shape of(Class<?> raw) {
      if (raw == Optional.class) {
        return OPTIONAL;
      }
      if (raw == List.class || raw == Collection.class) {
        return LIST;
      }
      return raw == Set.class ? SET : SINGLE;
    }
  }

  /** For a type; empty if text cannot be converted to it. */
  static Optional<TextParameter> of(Type type) {
    Shape shape = Shape.of(TypeVariables.raw(type));
    Type content =
        shape == Shape.SINGLE
            ? type
            : type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[0]
                : String.class;
    return content instanceof Class<?> known
        ? TextConversion.to(known).map(conversion -> new TextParameter(shape, conversion))
        : Optional.empty();
  }

  /** Gets a header. */
  ArgumentBinder header(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    return call -> {
      String value = call.socket().handshake().headers().get(key);
      return bind(
          "the header " + name,
          value == null
              ? List.of()
              : many() ? COMMA.splitAsStream(value.strip()).toList() : List.of(value));
    };
  }

  /** Gets a parameter of the URL. */
  ArgumentBinder query(String name) {
    return call -> {
      Handshake handshake = call.socket().handshake();
      return bind(
          "the parameter " + name + " of the URL",
          many() ? all(handshake.url(), name) : handshake.query(name).stream().toList());
    };
  }

  /** Gets a part of the name of the namespace. */
  ArgumentBinder namespace(NamespaceTemplate template, String variable) {
    return call ->
        bind(
            "the variable " + variable + " of the namespace",
            List.of(template.value(call.socket().namespace().name(), variable)));
  }

  private boolean many() {
    return shape == Shape.LIST || shape == Shape.SET;
  }

  private @Nullable Object bind(String what, List<String> values) {
    List<Object> converted;
    try {
      converted = values.stream().map(conversion::convert).toList();
    } catch (ConversionException e) {
      throw new ConversionException(what + ": " + e.getMessage(), e);
    }
    return switch (shape) {
      case SINGLE -> converted.isEmpty() ? null : converted.get(0);
      case OPTIONAL -> converted.stream().findFirst();
      case LIST -> converted;
      case SET -> Collections.unmodifiableSet(new LinkedHashSet<>(converted));
    };
  }

  /** The handshake has the last of each name only. */
  private static List<String> all(String url, String name) {
    int start = url.indexOf('?');
    return start < 0
        ? List.of()
        : Stream.of(url.substring(start + 1).split("&"))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> decode(pair[0]).equals(name))
            .map(pair -> pair.length == 1 ? "" : decode(pair[1]))
            .toList();
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign stands for itself
    }
  }
}
