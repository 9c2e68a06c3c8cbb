package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.config.ConfigReader;
import dev.socketee.jakarta.config.ConfigSource;
import dev.socketee.jakarta.config.KeyCheck;
import dev.socketee.jakarta.config.OwnOptions;
import dev.socketee.jakarta.config.ServerSetup;
import dev.socketee.spi.RequestHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds out what the servers of an application are: by its configurers, by their builders, by its
 * configuration, by its annotations.
 */
final class ServerConfigurations {

  private final List<ConfigSource> sources;
  private final List<ServerSource> given;
  private volatile List<NamedConfigurer> configurers = List.of();

  /**
   * Of an application.
   *
   * @param sources its configuration, the one that has precedence first
   * @param given what knows its annotations and configurers
   */
  ServerConfigurations(List<ConfigSource> sources, List<ServerSource> given) {
    this.sources = List.copyOf(sources);
    this.given = given;
  }

  /**
   * What a server is.
   *
   * @param configuration its options
   * @param hooks its own hooks
   */
  record Configured(ConfigReader configuration, List<RequestHooks> hooks) {}

  /** The server by configuration, as far as it is known without the application's classes. */
  ConfigReader early() {
    return ConfigReader.read(sources);
  }

  /** To be called once the application's classes are known, if they will be at all. */
  void open() {
    configurers = given.stream().flatMap(source -> source.configurers().stream()).toList();
  }

  /**
   * Reads what a server is.
   *
   * @throws dev.socketee.jakarta.config.ConfigException if that is wrong
   * @throws IllegalStateException if it has no path, or if a configurer failed
   */
  Configured read(ServerMount mount) {
    ServerDefinition definition = mount.definition();
    String name = definition.name();
    List<ConfigSource> all = new ArrayList<>();
    List<RequestHooks> hooks = new ArrayList<>(definition.hooks());
    OwnParts parts = definition.parts();
    for (NamedConfigurer each : configurers) {
      CollectedOptions collected = configure(each, name);
      all.add(0, OwnOptions.of("SocketIOConfigurer " + each.name(), name, collected.options()));
      hooks.addAll(collected.hooks());
      parts = parts.then(collected.parts());
    }
    all.add(OwnOptions.of("builder of " + mount, name, definition.options()));
    all.addAll(sources);
    given.stream()
        .flatMap(source -> source.annotated(name).stream())
        .forEach(annotated -> all.add(options(name, annotated)));
    ConfigReader read = ConfigReader.read(new ServerSetup(name, all, namespaces(mount), parts));
    if (!read.hasPath() && !name.equals(SocketIO.DEFAULT_NAME)) {
      throw new IllegalStateException(
          mount
              + " needs a path of its own: say .path(\"/...\") before .build(), or path in its"
              + " @SocketIODefinition, or set the option socketio.server."
              + name
              + ".path");
    }
    return new Configured(read, List.copyOf(hooks));
  }

  private static CollectedOptions configure(NamedConfigurer configurer, String server) {
    ConfigurerBuilder builder = new ConfigurerBuilder();
    try {
      configurer.configurer().configure(server, builder);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "the SocketIOConfigurer "
              + configurer.name()
              + " failed for server \""
              + server
              + "\": "
              + e.getMessage(),
          e);
    }
    return builder.collected();
  }

  /** The configuration of the application is that of its server by configuration. */
  private static ConfigSource options(String server, AnnotatedOptions annotated) {
    return server.equals(SocketIO.DEFAULT_NAME)
        ? OwnOptions.general(annotated.name(), annotated.options())
        : OwnOptions.of(annotated.name(), server, annotated.options());
  }

  /** Those that are known by name, the templates of such included. */
  private static Set<String> namespaces(ServerMount mount) {
    return Stream.concat(
            mount.server().namespaces().stream().map(namespace -> namespace.name()),
            mount.server().templates().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Refuses keys of servers that there are not.
   *
   * @param servers the names of those that there are
   * @throws dev.socketee.jakarta.config.ConfigException if there are such keys
   */
  void requireServers(Set<String> servers) {
    KeyCheck.requireServers(sources, servers);
  }
}
