package dev.socketee.jakarta.config;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/**
 * MicroProfile Config, of which the server may have none: only {@link ConfigSources} touches this
 * class, and only after it found the API.
 */
final class MicroProfileSource implements ConfigSource {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.config");

  private final Config config;
  private final Set<String> environment;

  /**
   * A source.
   *
   * @param config where to look
   * @param environment the names of the environment variables
   */
  MicroProfileSource(Config config, Set<String> environment) {
    this.config = config;
    this.environment =
        environment.stream().map(name -> name.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * The configuration of an application.
   *
   * @return empty if there is the API, but nothing behind it
   */
  static Optional<ConfigSource> find(ClassLoader application) {
    Config config;
    try {
      config = ConfigProvider.getConfig(application);
    } catch (IllegalStateException e) {
      return Optional.empty(); // as the API says it: no implementation
    }
    return Optional.of(new MicroProfileSource(config, System.getenv().keySet()));
  }

  /** Has an implementation forget an application, if it has a configuration of its own. */
  static void release(ClassLoader application) {
    try {
      Config own = ConfigProvider.getConfig(application);
      if (own != ConfigProvider.getConfig(application.getParent())) {
        ConfigProviderResolver.instance().releaseConfig(own);
      }
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "nothing to release: {0}", e.toString()); // no implementation
    }
  }

  /**
   * How an implementation is made to forget a web application, if it wraps the configuration anew
   * for whoever asks, as GlassFish does: that forgets none by itself, and does not recognise a
   * wrapper that it is given to release. To be called at the start: whoever asks others at the end
   * may have them make another configuration.
   */
  static Runnable lastStep(ClassLoader application) {
    try {
      Config own = ConfigProvider.getConfig(application);
      if (own != ConfigProvider.getConfig(application)) {
        Config wrapped = own.unwrap(Config.class);
        return () -> ConfigProviderResolver.instance().releaseConfig(wrapped);
      }
    } catch (IllegalStateException | IllegalArgumentException e) {
      // no implementation, or one that has nothing to unwrap
      LOG.log(Level.DEBUG, "nothing to release: {0}", e.toString());
    }
    return () -> {};
  }

  @Override
  public String name() {
    return "MicroProfile Config";
  }

  @Override
  public Optional<String> value(String key) {
    try {
      return config.getOptionalValue(key, String.class);
    } catch (NoSuchElementException e) { // of an expression such as ${unknown}
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Not those that only stand for an environment variable. Implementations list {@code
   * SOCKETIO_PING_INTERVAL} as {@code socketio.ping.interval} too, although they look it up under
   * its right name. And the environment is not the application's own: Kubernetes adds {@code
   * SOCKETIO_SERVICE_HOST} and more wherever a service is called "socketio".
   */
  @Override
  public Set<String> keys(String prefix) {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(prefix) && isWritten(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Nobody makes one with a slash of the name of a variable, and it names a namespace. */
  private boolean isWritten(String name) {
    return name.indexOf('/') >= 0
        || !environment.contains(variable(name))
        || StreamSupport.stream(config.getConfigSources().spliterator(), false)
            .anyMatch(source -> writes(source.getPropertyNames(), name));
  }

  /** Whether that is of a source which has the key, but not as another way to say the variable. */
  private static boolean writes(Set<String> names, String key) {
    String variable = variable(key);
    return names.contains(key)
        && names.stream().noneMatch(name -> name.toUpperCase(Locale.ROOT).equals(variable));
  }

  /**
   * The environment variable for a key (MicroProfile Config 3, Environment Variables Mapping
   * Rules).
   */
  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
