package dev.socketee.jakarta.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of all options. It drives what is read, what is refused, and the table in {@code
 * docs/configuration.md}: whoever changes it runs {@code ConfigurationDocTest}, which says how to
 * bring that one up to date. Each group of options has a class of its own.
 */
final class Options {

  /** All options, in the order of the documentation. */
  static final List<Option<?>> ALL =
      Stream.of(
              MountKeys.ALL,
              TimeKeys.ALL,
              ConnectionKeys.ALL,
              CompressionKeys.ALL,
              CorsKeys.ALL,
              CookieKeys.ALL,
              PacketKeys.ALL,
              NamespaceKeys.ALL,
              SocketKeys.ALL,
              HttpSessionKeys.ALL,
              ThreadKeys.ALL,
              RecoveryKeys.ALL)
          .<Option<?>>flatMap(List::stream)
          .toList();

  /** All options by their names, which are the keys without prefix. */
  static final Map<String, Option<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Option::name, option -> option));

  /** The names of those that a namespace can have of its own. */
  static final List<String> OF_NAMESPACES =
      ALL.stream().filter(option -> option.own() != null).map(Option::name).toList();

  private Options() {}
}
