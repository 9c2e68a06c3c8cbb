package dev.socketee.embedded;

import dev.socketee.annotation.Namespace;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.annotation.Annotation;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jboss.weld.config.ConfigurationKey;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The CDI container of one server: Weld SE. */
final class BeanContainer {

  private final WeldContainer weld;
  private final ServerLoader loader;

  private BeanContainer(WeldContainer weld, ServerLoader loader) {
    this.weld = weld;
    this.loader = loader;
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if no handlers are found where they are looked for
   */
  static BeanContainer start(Settings settings, ServerLoader loader) {
    String id = "socketee-" + UUID.randomUUID();
    Weld builder =
        new Weld(id)
            .setClassLoader(loader)
            .skipShutdownHook() // we have one of our own, which ends the clients first
            // no threads for a few beans: they would stay if the deployment fails
            .property(ConfigurationKey.CONCURRENT_DEPLOYMENT.get(), false)
            .property(ConfigurationKey.PRELOADER_THREAD_POOL_SIZE.get(), 0)
            .addBeanClass(RunningServer.class)
            .addBeanClasses(settings.beans().toArray(Class<?>[]::new));
    if (!settings.discover()) {
      builder.disableDiscovery(); // and with it that of extensions
      ServiceLoader.load(Extension.class, loader).forEach(builder::addExtension);
    }
    ServerCdiProvider.register(loader, id);
    boolean started = false;
    try {
      BeanContainer container = new BeanContainer(builder.initialize(), loader);
      started = true;
      return container.check(settings);
    } finally {
      if (!started) {
        ServerCdiProvider.remove(loader);
      }
    }
  }

  private BeanContainer check(Settings settings) {
    if (settings.discover() && !hasHandlers()) {
      close();
      throw new IllegalStateException(
          "discover() has found no class with @Namespace: only folders and jars of the class path"
              + " that have a META-INF/beans.xml, which may be empty, are looked through");
    }
    return this;
  }

  private boolean hasHandlers() {
    return weld.getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .anyMatch(bean -> bean.getBeanClass().isAnnotationPresent(Namespace.class));
  }

  /** As {@link EmbeddedSocketIO#select}. */
  <T> T select(Class<T> type, Annotation... qualifiers) {
    try {
      return weld.select(type, qualifiers).get();
    } catch (UnsatisfiedResolutionException e) {
      throw new IllegalArgumentException(
          "no bean is a " + type.getName() + ": name its class in beans(...)", e);
    } catch (AmbiguousResolutionException e) {
      throw new IllegalArgumentException(
          "several beans are a " + type.getName() + ": tell them apart by qualifiers", e);
    }
  }

  void close() {
    try {
      weld.shutdown();
    } finally {
      ServerCdiProvider.remove(loader);
    }
  }
}
