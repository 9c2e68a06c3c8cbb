package dev.socketee.it.leak;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leaves a weak trace of this application's class loader with the JVM, so that another application
 * can see whether it was collected after the undeployment.
 */
@WebListener
public class LoaderTrace implements ServletContextListener {

  /**
   * The system property, as an object, that holds a map from weak references to the paths of the
   * applications.
   */
  private static final String PROPERTY = "dev.socketee.it.loaders";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    @SuppressWarnings("unchecked")
    Map<WeakReference<ClassLoader>, String> traces =
        (Map<WeakReference<ClassLoader>, String>)
            System.getProperties()
                .computeIfAbsent(
                    PROPERTY, any -> new ConcurrentHashMap<WeakReference<ClassLoader>, String>());
    traces.put(
        new WeakReference<>(LoaderTrace.class.getClassLoader()),
        event.getServletContext().getContextPath());
  }
}
