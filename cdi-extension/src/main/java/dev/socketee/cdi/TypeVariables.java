package dev.socketee.cdi;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts the types in, that a class gives for the type variables of its superclasses: a handler
 * {@code on(T message)} of {@code Base<T>} takes a {@code String} in {@code Chat extends
 * Base<String>}.
 */
final class TypeVariables {

  private final Map<TypeVariable<?>, Type> values = new HashMap<>();

  TypeVariables(Class<?> type) {
    for (Class<?> current = type; current != null; current = current.getSuperclass()) {
      if (current.getGenericSuperclass() instanceof ParameterizedType superclass) {
        TypeVariable<?>[] variables = ((Class<?>) superclass.getRawType()).getTypeParameters();
        Type[] arguments = superclass.getActualTypeArguments();
        for (int i = 0; i < variables.length; i++) {
          values.put(variables[i], resolve(arguments[i]));
        }
      }
    }
  }

  /**
   * The type without the variables that are known. A wildcard becomes its upper bound, which is the
   * same to whoever reads a value.
   */
  Type resolve(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      return values.getOrDefault(variable, variable);
    }
    if (type instanceof WildcardType wildcard) {
      return resolve(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof GenericArrayType array) {
      Type component = resolve(array.getGenericComponentType());
      return component instanceof Class<?> known
          ? Array.newInstance(known, 0).getClass()
          : new ArrayOf(component);
    }
    if (type instanceof ParameterizedType parameterized) {
      return new Parameterized(
          parameterized.getRawType(),
          parameterized.getOwnerType(),
          Arrays.stream(parameterized.getActualTypeArguments()).map(this::resolve).toList());
    }
    return type;
  }

  /** The first variable in a type that {@link #resolve} has answered, or {@code null}. */
  static @Nullable TypeVariable<?> unknown(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      return variable;
    }
    if (type instanceof GenericArrayType array) {
      return unknown(array.getGenericComponentType());
    }
    if (type instanceof ParameterizedType parameterized) {
      for (Type argument : parameterized.getActualTypeArguments()) {
        TypeVariable<?> variable = unknown(argument);
        if (variable != null) {
          return variable;
        }
      }
    }
    return null;
  }

  /** The class of a type that {@link #resolve} has answered; {@code Object} for a variable. */
  static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    return type instanceof GenericArrayType array
        ? Array.newInstance(raw(array.getGenericComponentType()), 0).getClass()
        : Object.class;
  }

  /** A class with its arguments; equal to the JDK's own in one direction only. */
  private record Parameterized(Type raw, @Nullable Type owner, List<Type> arguments)
      implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return owner;
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Type::getTypeName)
          .collect(Collectors.joining(", ", raw.getTypeName() + "<", ">"));
    }
  }

  /** An array of generic components. */
  private record ArrayOf(Type component) implements GenericArrayType {

    @Override
    public Type getGenericComponentType() {
      return component;
    }

    @Override
    public String toString() {
      return component.getTypeName() + "[]";
    }
  }
}
