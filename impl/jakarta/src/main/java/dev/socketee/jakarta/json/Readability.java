package dev.socketee.jakarta.json;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells, before anything arrives, which types JSON-B cannot read. It knows records, which people
 * write in ways that work everywhere but here: not public, or with several constructors. A type
 * that it finds nothing wrong with may still turn out to be unreadable.
 *
 * <p>By names of annotations, and without a class of JSON-B: the server may have none.
 */
public final class Readability {

  private static final String PACKAGE = "jakarta.json.bind.annotation.";

  private final Set<Type> seen = new HashSet<>();

  private Readability() {}

  /**
   * Looks at a type, at what it is a list, map or array of, and at the components of records.
   *
   * @return what is in the way, and what to do about it, as the end of a sentence; empty if nothing
   */
  public static Optional<String> obstacle(Type type) {
    return new Readability().find(type);
  }

  private Optional<String> find(Type type) {
    if (!seen.add(type)) {
      return Optional.empty();
    }
    if (type instanceof Class<?> raw) {
      return raw.isArray() ? find(raw.componentType()) : ofClass(raw);
    }
    if (type instanceof ParameterizedType generic) {
      return first(
          Stream.concat(
              Stream.of(generic.getRawType()), Arrays.stream(generic.getActualTypeArguments())));
    }
    if (type instanceof GenericArrayType array) {
      return find(array.getGenericComponentType());
    }
    return type instanceof WildcardType wildcard
        ? first(Arrays.stream(wildcard.getUpperBounds()))
        : Optional.empty();
  }

  private Optional<String> first(Stream<Type> types) {
    return types.flatMap(type -> find(type).stream()).findFirst();
  }

  private Optional<String> ofClass(Class<?> type) {
    if (!type.isRecord() || customized(type)) {
      return Optional.empty();
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      return Optional.of(
          "the record "
              + type.getTypeName()
              + " is not public, and JSON-B cannot create it therefore: make it public");
    }
    if (type.getDeclaredConstructors().length > 1 && !hasCreator(type)) {
      return Optional.of(
          "the record "
              + type.getTypeName()
              + " has several constructors, of which JSON-B does not know what to choose: annotate"
              + " one with @JsonbCreator");
    }
    return first(
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !customized(component.getAccessor()))
            .map(RecordComponent::getGenericType));
  }

  /** Whether the application reads it itself. */
  private static boolean customized(AnnotatedElement element) {
    return has(element, "JsonbTypeDeserializer")
        || has(element, "JsonbTypeAdapter")
        || has(element, "JsonbTransient");
  }

  private static boolean hasCreator(Class<?> type) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (has(constructor, "JsonbCreator")) {
        return true;
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isStatic(method.getModifiers()) && has(method, "JsonbCreator")) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(AnnotatedElement element, String annotation) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(it -> it.annotationType().getName().equals(PACKAGE + annotation));
  }
}
