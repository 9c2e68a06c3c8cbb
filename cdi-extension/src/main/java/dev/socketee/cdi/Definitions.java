package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.jakarta.AnnotatedOptions;
import dev.socketee.jakarta.ServerNames;
import dev.socketee.jakarta.config.OptionsCheck;
import jakarta.enterprise.inject.spi.AnnotatedType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The options that annotations set: those of {@code @SocketIODefinition} for servers, and those of
 * {@code @Namespace} for namespaces. Written by the thread that starts the container, and read by
 * the one that starts the application.
 */
final class Definitions {

  private final Problems problems;

  /** By server. */
  private final Map<String, Definition> definitions = new TreeMap<>();

  /** Likewise. */
  private final Map<String, List<AnnotatedOptions>> ofNamespaces = new TreeMap<>();

  private record Definition(Class<?> type, AnnotatedOptions options) {}

  /** A bean that has set an option of a namespace. */
  private record Setting(Class<?> type, String value) {}

  Definitions(Problems problems) {
    this.problems = problems;
  }

  /** Adds those of a class. */
  void add(AnnotatedType<?> type) {
    Set<SocketIODefinition> all =
        new LinkedHashSet<>(type.getAnnotations(SocketIODefinition.class));
    SocketIODefinition.List several = type.getAnnotation(SocketIODefinition.List.class);
    if (several != null) {
      all.addAll(List.of(several.value()));
    }
    all.forEach(definition -> add(type.getJavaClass(), definition));
  }

  private void add(Class<?> type, SocketIODefinition definition) {
    String server = definition.name();
    if (!ServerNames.valid(server)) {
      problems.add(ConfigMessages.serverName(type, server));
      return;
    }
    List<String> properties = new ArrayList<>(List.of(definition.properties()));
    if (!definition.path().isBlank()) {
      properties.add(0, "path=" + definition.path());
    }
    AnnotatedOptions options =
        checked(
            "@SocketIODefinition of " + type.getTypeName(),
            new Properties(problems, type, "@SocketIODefinition").read(properties));
    Definition other = definitions.put(server, new Definition(type, options));
    if (other != null) {
      problems.add(ConfigMessages.severalDefinitions(server, other.type(), type));
    }
  }

  /** Adds those of beans for namespaces. */
  void add(Collection<NamespaceBean> beans) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (NamespaceBean bean : beans) {
      Map<String, String> own =
          new Properties(problems, bean.beanClass(), "@Namespace").read(bean.properties());
      Map<String, String> options = new LinkedHashMap<>();
      own.forEach(
          (key, value) -> {
            String full = "namespace.\"" + bean.namespace() + "\"." + key;
            options.put(full, value);
            Setting setting = new Setting(bean.beanClass(), value);
            Setting other = settings.putIfAbsent(bean.server() + ' ' + full, setting);
            if (other != null && !other.value().equals(value)) {
              problems.add(
                  ConfigMessages.contradiction(
                      bean.namespace(), key, other.type(), bean.beanClass()));
            }
          });
      if (!options.isEmpty()) {
        ofNamespaces
            .computeIfAbsent(bean.server(), absent -> new ArrayList<>())
            .add(checked("@Namespace of " + bean.beanClass().getTypeName(), options));
      }
    }
  }

  private AnnotatedOptions checked(String name, Map<String, String> options) {
    OptionsCheck.problems(name, options)
        .forEach(problem -> problems.add(ConfigMessages.wrongOption(problem)));
    return new AnnotatedOptions(name, options);
  }

  /** The servers that are made by their definitions. */
  Set<String> servers() {
    Set<String> servers = new LinkedHashSet<>(definitions.keySet());
    servers.remove(SocketIO.DEFAULT_NAME);
    return servers;
  }

  /** What is said about a server. */
  List<AnnotatedOptions> options(String server) {
    List<AnnotatedOptions> options = new ArrayList<>(ofNamespaces.getOrDefault(server, List.of()));
    Definition definition = definitions.get(server);
    if (definition != null) {
      options.add(definition.options());
    }
    return options;
  }
}
