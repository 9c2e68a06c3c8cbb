package dev.socketee.jakarta.threads;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Where managed objects are looked up: JNDI, except in tests. */
@FunctionalInterface
public interface Naming {

  /** JNDI as the application sees it, on a thread of the application. */
  Naming JNDI = Naming::jndi;

  /**
   * Looks a name up.
   *
   * @param name its name
   * @return what has the name
   * @throws NamingException if there is nothing, or no JNDI at all
   */
  Object lookup(String name) throws NamingException;

  /**
   * Looks something up that the container may have or not.
   *
   * @param <T> what it has to be
   * @param name its name
   * @param type what it has to be
   * @return empty if there is nothing of that name, or something else
   */
  default <T> Optional<T> find(String name, Class<T> type) {
    try {
      return Optional.of(lookup(name)).filter(type::isInstance).map(type::cast);
    } catch (NamingException e) {
      return Optional.empty(); // Tomcat, Jetty, Undertow; servers without the feature
    }
  }

  @SuppressWarnings("BanJNDI") // the names are ours or the configuration's, and never those of URLs
  private static Object jndi(String name) throws NamingException {
    InitialContext context = new InitialContext();
    try {
      return context.lookup(name);
    } finally {
      context.close();
    }
  }
}
