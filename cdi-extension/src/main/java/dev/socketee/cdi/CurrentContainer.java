package dev.socketee.cdi;

import dev.socketee.jakarta.threads.Naming;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
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

  /** What servers have of the application; empty if {@link #extension} is. */
  static Optional<ApplicationParts> parts() {
    return completed().map(NamespaceExtension::parts);
  }

  /** Looks whether all servers are there. */
  static void check(Set<String> names) {
    completed().ifPresent(extension -> extension.check(names));
  }

  /** The extension, which has done what has waited for the web module. */
  private static Optional<NamespaceExtension> completed() {
    Optional<NamespaceExtension> extension = extension();
    extension.ifPresent(found -> found.complete(() -> module(found)));
    return extension;
  }

  /**
   * What sees the beans of the web module; empty if the extension does, or there is no such thing.
   * That all handlers have been seen does not say so, as there may be none: what counts is whether
   * this class is one of the module's own.
   */
  private static Optional<BeanManager> module(NamespaceExtension extension) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    return extension.isBound() && application == CurrentContainer.class.getClassLoader()
        ? Optional.empty()
        : Naming.JNDI.find("java:comp/BeanManager", BeanManager.class);
  }
}
