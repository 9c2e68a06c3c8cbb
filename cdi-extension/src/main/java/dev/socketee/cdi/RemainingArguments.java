package dev.socketee.cdi;

import dev.socketee.Args;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Binds the arguments that are left to the last parameter. Immutable.
 *
 * @param element what each is converted to
 * @param array the class of the elements of the array to make; {@code null} for a list
 */
record RemainingArguments(Type element, @Nullable Class<?> array) {

  private static final Set<Class<?>> LISTS = Set.of(List.class, Collection.class, Iterable.class);

  /** For the type of a parameter; empty if it is no array, and nothing that a list is. */
  static Optional<RemainingArguments> of(Type type) {
    Class<?> raw = TypeVariables.raw(type);
    if (raw.isArray()) {
      Type element =
          type instanceof GenericArrayType generic
              ? generic.getGenericComponentType()
              : raw.componentType();
      return Optional.of(new RemainingArguments(element, raw.componentType()));
    }
    if (!LISTS.contains(raw)) {
      return Optional.empty();
    }
    Type element =
        type instanceof ParameterizedType generic
            ? generic.getActualTypeArguments()[0]
            : Object.class;
    return Optional.of(new RemainingArguments(element, null));
  }

  /** Binds those from a position on. */
  Object bind(Args args, int from) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = from; i < args.size(); i++) {
      values.add(args.get(i, element));
    }
    return array == null ? Collections.unmodifiableList(values) : array(array, values);
  }

  private static Object array(Class<?> type, List<@Nullable Object> values) {
    Object array = Array.newInstance(type, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }
}
