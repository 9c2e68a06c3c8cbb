package dev.socketee.cdi;

import dev.socketee.jakarta.threads.Naming;
import dev.socketee.spi.RequestHooks;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The CDI container as this thread's module sees it. {@code CDI.current()} may see less: in an
 * enterprise application, WildFly's goes by the {@code lib} folder of the EAR, from which neither
 * the modules nor the jars in their {@code WEB-INF/lib} are visible.
 */
final class CurrentContainer {

  private CurrentContainer() {}

  /** The extension; empty without a container, or with one that does not know it. */
  static Optional<NamespaceExtension> extension() {
    return current()
        .flatMap(CurrentContainer::extension)
        .or(() -> module().flatMap(CurrentContainer::extension));
  }

  /**
   * What sees the beans that the extension serves.
   *
   * @throws IllegalStateException if nothing does
   */
  static BeanManager beanManager(NamespaceExtension extension) {
    return current()
        .filter(manager -> !extension.isShared() && extension(manager).isPresent())
        .or(CurrentContainer::module)
        .orElseThrow(
            () -> new IllegalStateException("there is no BeanManager for this application"));
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

  private static Optional<BeanManager> current() {
    try {
      return Optional.of(CDI.current().getBeanManager());
    } catch (IllegalStateException e) {
      return Optional.empty(); // no container
    }
  }

  /** That of the module whose JNDI this thread has. */
  private static Optional<BeanManager> module() {
    return Naming.JNDI.find("java:comp/BeanManager", BeanManager.class);
  }

  private static Optional<NamespaceExtension> extension(BeanManager beanManager) {
    try {
      return Optional.of(beanManager.getExtension(NamespaceExtension.class));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
