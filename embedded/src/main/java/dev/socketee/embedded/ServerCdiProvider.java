package dev.socketee.embedded;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code CDI.current()} the container of the server whose thread asks, by its context class
 * loader. Weld SE guesses by the name of the class that calls, if there are several containers.
 * Everybody else gets what there would be without this class.
 */
public final class ServerCdiProvider implements CDIProvider {

  /** Before all others: CDI keeps to the first provider that has an answer. */
  private static final int PRIORITY = 10_000;

  /** The ids of the containers of running servers. */
  private static final Map<ClassLoader, String> CONTAINERS = new ConcurrentHashMap<>();

  private volatile @Nullable List<CDIProvider> others;

  /** Made by the service loader. */
  public ServerCdiProvider() {}

  static void register(ClassLoader loader, String id) {
    CONTAINERS.put(loader, id);
  }

  static void remove(ClassLoader loader) {
    CONTAINERS.remove(loader);
  }

  @Override
  public int getPriority() {
    return PRIORITY;
  }

  @Override
  public CDI<Object> getCDI() {
    WeldContainer ours = ours();
    return ours != null ? ours : another();
  }

  private static @Nullable WeldContainer ours() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    for (; loader != null; loader = loader.getParent()) {
      String id = CONTAINERS.get(loader);
      if (id != null) {
        return WeldContainer.instance(id);
      }
    }
    return null;
  }

  private CDI<Object> another() {
    IllegalStateException failure = new IllegalStateException("there is no CDI container");
    for (CDIProvider other : others()) {
      try {
        CDI<Object> found = other.getCDI();
        if (found != null) {
          return found;
        }
      } catch (IllegalStateException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private List<CDIProvider> others() {
    List<CDIProvider> known = others;
    if (known == null) {
      known =
          ServiceLoader.load(CDIProvider.class, CDI.class.getClassLoader()).stream()
              .filter(provider -> provider.type() != ServerCdiProvider.class)
              .map(ServiceLoader.Provider::get)
              .sorted(Comparator.comparingInt(CDIProvider::getPriority).reversed())
              .toList();
      others = known;
    }
    return known;
  }
}
