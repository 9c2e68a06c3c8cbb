package dev.socketee.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names members as a Java developer does, for messages. */
final class Describe {

  private Describe() {}

  /** A method or constructor, such as {@code com.acme.Chat.message(Socket, String)}. */
  static String method(Executable method) {
    return method.getDeclaringClass().getTypeName()
        + "."
        + (method instanceof java.lang.reflect.Constructor ? "<init>" : method.getName())
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** A field or method. */
  static String member(Member member) {
    return member instanceof Executable executable
        ? method(executable)
        : member.getDeclaringClass().getTypeName() + "." + member.getName();
  }

  /** Qualifiers, such as {@code @Default}. */
  static String qualifiers(Collection<Annotation> qualifiers) {
    return qualifiers.stream()
        .map(qualifier -> "@" + qualifier.annotationType().getSimpleName())
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  /** A parameter of a method; the first is {@code parameter 1}. */
  static String parameter(Executable method, int position) {
    return "parameter " + (position + 1) + " of " + method(method);
  }
}
