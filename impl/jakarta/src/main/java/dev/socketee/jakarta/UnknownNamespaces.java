package dev.socketee.jakarta;

import dev.socketee.jakarta.config.KeyCheck;
import dev.socketee.server.NamespaceTemplate;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds options of namespaces that there are not. That may be a mistake, or not: namespaces can be
 * created at any time. Asked when those have been told that servers are ready, who may create some.
 */
final class UnknownNamespaces {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta");

  private UnknownNamespaces() {}

  /**
   * Warns of those of some servers: all that an application has when it starts. Not of one that is
   * built later, because its namespaces come when it has been built.
   */
  static void warn(List<ServerMount> servers) {
    for (ServerMount mount : servers) {
      unknown(List.of(mount), ServerMount::namedNamespaces)
          .forEach(namespace -> warn(namespace, mount.toString(), List.of(mount)));
    }
    unknown(servers, ServerMount::sharedNamespaces)
        .forEach(namespace -> warn(namespace, "any server", servers));
  }

  private static Set<String> unknown(
      List<ServerMount> servers, Function<ServerMount, Set<String>> named) {
    return servers.stream()
        .flatMap(mount -> named.apply(mount).stream())
        .filter(namespace -> servers.stream().noneMatch(mount -> mount.server().expects(namespace)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Of those of a template nobody can tell: a pattern may be another way to say the same. */
  private static void warn(String namespace, String server, Collection<ServerMount> servers) {
    Set<String> there =
        servers.stream()
            .flatMap(UnknownNamespaces::names)
            .collect(Collectors.toCollection(TreeSet::new));
    LOG.log(
        Level.WARNING,
        NamespaceTemplate.isOne(namespace)
            ? "Options are set for the namespaces {0} of {1}, which perhaps there are not: there are"
                + " {2}{3}"
            : "Options are set for the namespace {0} of {1}, which there is not, or not yet: there"
                + " are {2}{3}",
        namespace,
        server,
        there,
        KeyCheck.suggestion(namespace, there));
  }

  private static Stream<String> names(ServerMount mount) {
    return mount.server().namespaces().stream().map(namespace -> namespace.name());
  }
}
