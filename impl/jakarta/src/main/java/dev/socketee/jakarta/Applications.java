package dev.socketee.jakarta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The web applications that run with these classes: one, if they are in its {@code WEB-INF/lib};
 * several, if they are shared. Found by the context class loader of the thread, as CDI and JNDI
 * are.
 */
final class Applications {

  /** From the registration of an application to its end. */
  private static final Map<ClassLoader, WebApplication> RUNNING = new ConcurrentHashMap<>();

  private Applications() {}

  static void add(ClassLoader loader, WebApplication application) {
    RUNNING.put(loader, application);
  }

  static void remove(ClassLoader loader, WebApplication application) {
    RUNNING.remove(loader, application);
  }

  /**
   * The servers of the application that calls.
   *
   * @throws IllegalStateException if it is none
   */
  static ApplicationServers servers() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    WebApplication application = loader == null ? null : RUNNING.get(loader);
    if (application != null) {
      return application.servers();
    }
    return early(loader)
        .or(Applications::onlyOne)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No web application is known to this thread: build a server in a"
                        + " ServletContextListener or a CDI bean of the application that it is for,"
                        + " on a thread of the container"));
  }

  /** EJBs and observers of CDI may run before the application has been registered. */
  private static Optional<ApplicationServers> early(@Nullable ClassLoader loader) {
    return loader == null
        ? Optional.empty()
        : sources(loader).stream().flatMap(source -> source.servers().stream()).findFirst();
  }

  /** For a thread without the application's class loader, or with one below it. */
  private static Optional<ApplicationServers> onlyOne() {
    List<WebApplication> all = List.copyOf(RUNNING.values());
    return all.size() == 1 ? Optional.of(all.get(0).servers()) : Optional.empty();
  }

  /** What hands over servers that exist before the application starts. */
  static List<ServerSource> sources(ClassLoader loader) {
    return ServiceLoader.load(ServerSource.class, loader).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
