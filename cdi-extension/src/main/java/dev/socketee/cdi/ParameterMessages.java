package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What can be wrong with the parameters of handler methods: see {@link CdiMessages}. */
final class ParameterMessages {

  private ParameterMessages() {}

  static DefinitionException severalAcks(Method method) {
    return CdiMessages.problem(
        301,
        "%s has more than one Ack, but the client gets one acknowledgement only. Remove all but"
            + " one.",
        Describe.method(method));
  }

  static DefinitionException parameterOnlyFor(
      Method method, int position, Class<?> type, HandlerKind kind, HandlerKind only) {
    return CdiMessages.problem(
        302,
        "%s has the type %s, which only an %s method can take, not one with %s. Remove it%s.",
        Describe.parameter(method, position),
        type.getSimpleName(),
        only,
        kind,
        only == HandlerKind.EVENT && kind == HandlerKind.CONNECT
            ? ", or annotate it with @Auth for the payload of the CONNECT"
            : "");
  }

  static DefinitionException authOfOwnType(Method method, int position, Class<?> type) {
    return CdiMessages.problem(
        303,
        "%s has @Auth, but its type %s is not that of a payload. Remove the annotation, or change"
            + " the type to that of the auth data.",
        Describe.parameter(method, position),
        type.getSimpleName());
  }

  // 304 was for parameters that would have to be injected, which they are now

  static DefinitionException foreignType(
      Method method, int position, Class<?> type, String remedy) {
    return CdiMessages.problem(
        305,
        "%s has the type %s, which no client can send: %s.",
        Describe.parameter(method, position),
        type.getName(),
        remedy);
  }

  static DefinitionException typeVariable(Method method, int position, TypeVariable<?> variable) {
    return CdiMessages.problem(
        306,
        "%s has the type variable %s, of which nothing says what to convert the argument to. Use a"
            + " class, or Object for whatever comes.",
        Describe.parameter(method, position),
        variable.getName());
  }

  static DefinitionException unreadable(Method method, int position, String obstacle) {
    return CdiMessages.problem(
        307, "%s cannot be read: %s.", Describe.parameter(method, position), obstacle);
  }

  static DefinitionException unsatisfied(Method method, int position, InjectionPoint point) {
    return CdiMessages.problem(
        308,
        "%s is injected, but there is no bean of type %s with %s. Add one, or remove the qualifier"
            + " if it is an argument.",
        Describe.parameter(method, position),
        point.getType().getTypeName(),
        Describe.qualifiers(point.getQualifiers()));
  }

  static DefinitionException ambiguous(
      Method method, int position, InjectionPoint point, Collection<Bean<?>> beans) {
    return CdiMessages.problem(
        309,
        "%s is injected, but there are several beans of type %s with %s: %s. Tell them apart by"
            + " qualifiers.",
        Describe.parameter(method, position),
        point.getType().getTypeName(),
        Describe.qualifiers(point.getQualifiers()),
        beans.stream()
            .map(bean -> bean.getBeanClass().getTypeName())
            .sorted()
            .collect(Collectors.joining(", ")));
  }

  static DefinitionException severalSources(Method method, int position, List<String> sources) {
    return CdiMessages.problem(
        310,
        "%s has %s, but can come from one place only. Remove all but one, or make it several"
            + " parameters.",
        Describe.parameter(method, position),
        String.join(" and ", sources));
  }

  static DefinitionException notOfText(Method method, int position, Type type) {
    return CdiMessages.problem(
        311,
        "%s has the type %s, to which text cannot be converted. Use String, a primitive, an enum, a"
            + " class with a public static valueOf, fromString or parse or a constructor with a"
            + " String, or an Optional, List or Set of such.",
        Describe.parameter(method, position),
        type.getTypeName());
  }

  static DefinitionException remainingOfOther(Method method, int position, Type type) {
    return CdiMessages.problem(
        312,
        "%s has @Remaining, but the type %s, which cannot hold several arguments. Use a List or an"
            + " array.",
        Describe.parameter(method, position),
        type.getTypeName());
  }

  static DefinitionException argumentAfterRemaining(Method method, int position) {
    return CdiMessages.problem(
        313,
        "%s would be an argument after those that a parameter before it takes all. Move it before"
            + " that one, or remove @Remaining there.",
        Describe.parameter(method, position));
  }
}
