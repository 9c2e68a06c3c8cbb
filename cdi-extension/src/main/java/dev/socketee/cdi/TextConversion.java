package dev.socketee.cdi;

import dev.socketee.ConversionException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns text (a header, a parameter of the URL, a part of a name) into what a parameter wants, as
 * {@code @PathParam} does: primitives, enums, and classes that know how. Immutable.
 */
final class TextConversion {

  private static final Map<Class<?>, Function<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, text -> text),
          Map.entry(CharSequence.class, text -> text),
          Map.entry(Object.class, text -> text),
          Map.entry(Boolean.class, TextConversion::bool),
          Map.entry(Character.class, TextConversion::character),
          Map.entry(Byte.class, Byte::valueOf),
          Map.entry(Short.class, Short::valueOf),
          Map.entry(Integer.class, Integer::valueOf),
          Map.entry(Long.class, Long::valueOf),
          Map.entry(Float.class, Float::valueOf),
          Map.entry(Double.class, Double::valueOf));

  private static final List<String> FACTORIES = List.of("valueOf", "fromString", "parse");

  private final Class<?> type;
  private final Function<String, Object> function;

  private TextConversion(Class<?> type, Function<String, Object> function) {
    this.type = type;
    this.function = function;
  }

  /** The conversion to a class, of a primitive its wrapper; empty if nobody knows how. */
  static Optional<TextConversion> to(Class<?> type) {
    Function<String, Object> simple = SIMPLE.get(type);
    Optional<Function<String, Object>> found =
        simple != null
            ? Optional.of(simple)
            : type.isEnum() ? Optional.of(constant(type)) : byFactory(type);
    return found.map(function -> new TextConversion(type, function));
  }

  /**
   * Converts.
   *
   * @throws ConversionException if the text is not that of such a value
   */
  Object convert(String text) {
    try {
      return function.apply(text);
    } catch (RuntimeException e) {
      throw new ConversionException("the text is not that of a " + type.getSimpleName(), e);
    }
  }

  private static Object bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("neither true nor false");
    };
  }

  private static Object character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException("not one character");
    }
    return text.charAt(0);
  }

  private static Function<String, Object> constant(Class<?> type) {
    return text ->
        Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
            .filter(constant -> ((Enum<?>) constant).name().equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such constant"));
  }

  private static Optional<Function<String, Object>> byFactory(Class<?> type) {
    Stream<MethodHandle> methods =
        FACTORIES.stream().flatMap(name -> method(type, name)).filter(Objects::nonNull);
    return Stream.concat(methods, constructor(type))
        .findFirst()
        .map(handle -> handle.asType(MethodType.methodType(Object.class, String.class)))
        .map(handle -> text -> call(handle, text));
  }

  private static Stream<MethodHandle> method(Class<?> type, String name) {
    return Arrays.stream(type.getMethods())
        .filter(
            method ->
                method.getName().equals(name)
                    && Modifier.isStatic(method.getModifiers())
                    && method.getReturnType() == type
                    && takesText(method.getParameterTypes())
                    && method.trySetAccessible())
        .map(
            method -> {
              try {
                return MethodHandles.lookup().unreflect(method);
              } catch (IllegalAccessException e) {
                throw new IllegalStateException("made accessible before: " + method, e);
              }
            });
  }

  private static Stream<MethodHandle> constructor(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers())
        ? Stream.empty()
        : Arrays.stream(type.getConstructors())
            .filter(
                constructor ->
                    takesText(constructor.getParameterTypes()) && constructor.trySetAccessible())
            .map(
                constructor -> {
                  try {
                    return MethodHandles.lookup().unreflectConstructor(constructor);
                  } catch (IllegalAccessException e) {
                    throw new IllegalStateException("made accessible before: " + constructor, e);
                  }
                });
  }

  private static boolean takesText(Class<?>[] parameters) {
    return parameters.length == 1
        && (parameters[0] == String.class || parameters[0] == CharSequence.class);
  }

  private static Object call(MethodHandle handle, String text) {
    @Nullable Object value;
    try {
      value = (@Nullable Object) handle.invokeExact(text);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalArgumentException(e);
    }
    return Objects.requireNonNull(value, "the conversion answered null");
  }
}
