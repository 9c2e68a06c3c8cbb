package dev.socketee.cdi;

import dev.socketee.jakarta.threads.Naming;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The CDI container of this thread. {@code CDI.current()} may see less than the application has:
 * that of WildFly goes by the archive of the class that asks, and from the {@code lib} folder of an
 * EAR no module is visible.
 */
final class CurrentContainer {

  private CurrentContainer() {}

  /** The extension; empty without a container, or with one that does not know it. */
  static Optional<NamespaceExtension> extension() {
    try {
      BeanManager beanManager = CDI.current().getBeanManager();
      return Optional.of(beanManager.getExtension(NamespaceExtension.class));
    } catch (IllegalStateException e) {
      return Optional.empty(); // no container
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no extension
    }
  }

  /**
   * What sees the beans that the extension serves.
   *
   * @throws IllegalStateException if nothing does
   */
  static BeanManager beanManager(NamespaceExtension extension) {
    return extension.isShared()
        ? Naming.JNDI
            .find("java:comp/BeanManager", BeanManager.class)
            .orElseThrow(
                () -> new IllegalStateException("there is no BeanManager for the web module"))
        : CDI.current().getBeanManager();
  }

  /** Has the application's beans build their servers. */
  static void build() {
    extension().ifPresent(extension -> ServerRules.build(beanManager(extension)));
  }

  /** Looks whether all servers are there. */
  static void check(Set<String> names) {
    completed().ifPresent(extension -> extension.check(names));
  }

  /** The application's hooks. */
  static List<RequestHooks> hooks() {
    return completed().map(extension -> extension.hooks(beanManager(extension))).orElse(List.of());
  }

  /** The extension, which has done what has waited for the web module. */
  private static Optional<NamespaceExtension> completed() {
    Optional<NamespaceExtension> extension = extension();
    extension.ifPresent(found -> found.complete(beanManager(found)));
    return extension;
  }
}
