package dev.socketee.cdi;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with options that annotations set; numbered among {@link CdiMessages}. */
final class ConfigMessages {

  private ConfigMessages() {}

  static DefinitionException wrongOption(String problem) {
    return CdiMessages.problem(1001, "an annotation is wrong: %s", problem);
  }

  static DefinitionException noValue(Class<?> type, String annotation, String property) {
    return CdiMessages.problem(
        1002,
        "%s has %s with the property \"%s\", which is no option with a value. Write it like"
            + " \"ping-interval=PT10S\".",
        type.getTypeName(),
        annotation,
        property);
  }

  static DefinitionException twice(Class<?> type, String annotation, String key) {
    return CdiMessages.problem(
        1003,
        "%s has %s with the option %s twice. Remove one.",
        type.getTypeName(),
        annotation,
        key);
  }

  static DefinitionException severalDefinitions(String server, Class<?> one, Class<?> other) {
    return CdiMessages.problem(
        1004,
        "%s have a @SocketIODefinition of the same server, \"%s\", each. Make one of them,"
            + " or give the servers different names.",
        both(one, other),
        server);
  }

  static DefinitionException serverName(Class<?> type, String name) {
    return CdiMessages.problem(
        1005,
        "%s has @SocketIODefinition(name = \"%s\"), but the name of a server must not be blank, nor"
            + " longer than 100 characters. Rename it.",
        type.getTypeName(),
        name);
  }

  static DefinitionException contradiction(
      String namespace, String key, Class<?> one, Class<?> other) {
    return CdiMessages.problem(
        1006,
        "%s set the option %s of the namespace %s to different values. Say it once.",
        both(one, other),
        key,
        namespace);
  }

  static DefinitionException propertiesOfPoint(String point) {
    return CdiMessages.problem(
        1007,
        "%s has @Namespace(properties = ...), which only a class can have. Put them on a bean of"
            + " the namespace, or into a @SocketIODefinition.",
        point);
  }

  /** In an order that does not depend on that in which a container shows them. */
  private static String both(Class<?> one, Class<?> other) {
    return Stream.of(one, other)
        .map(Class::getTypeName)
        .sorted()
        .collect(Collectors.joining(" and "));
  }
}
