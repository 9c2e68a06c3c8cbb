package dev.socketee.jakarta.config;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds where the options of a web application are set. */
public final class ConfigSources {

  private static final String MICROPROFILE = "org.eclipse.microprofile.config.ConfigProvider";

  private ConfigSources() {}

  /**
   * The sources of a web application: MicroProfile Config if the server has it, and the context
   * parameters.
   *
   * @return the sources, the one that has precedence first
   */
  public static List<ConfigSource> of(ServletContext context) {
    List<ConfigSource> sources = new ArrayList<>();
    microProfile(context.getClassLoader()).ifPresent(sources::add);
    sources.add(new ContextParams(context));
    return List.copyOf(sources);
  }

  /**
   * The sources of an embedded server: MicroProfile Config if it is on the class path, else system
   * properties, which would be a part of it; and what the code has set.
   *
   * @param application the class loader of the server
   * @param options by keys without prefix
   * @return the sources, the one that has precedence first
   */
  public static List<ConfigSource> embedded(ClassLoader application, Map<String, String> options) {
    return List.of(
        microProfile(application)
            .orElseGet(() -> EmbeddedSource.properties(System.getProperties())),
        EmbeddedSource.options(options));
  }

  /**
   * Lets go of what MicroProfile Config keeps of an embedded server that has ended. (An application
   * server does that itself.)
   *
   * @param application the class loader of the server
   */
  public static void release(ClassLoader application) {
    if (hasMicroProfile()) {
      MicroProfileSource.release(application);
    }
  }

  /**
   * To be asked for when a web application starts: what lets go, when it has ended, of what
   * MicroProfile Config of GlassFish keeps of it. Others let go by themselves, and are left alone.
   *
   * @param application its class loader
   */
  public static Runnable lastStep(ClassLoader application) {
    return hasMicroProfile() ? MicroProfileSource.lastStep(application) : () -> {};
  }

  private static Optional<ConfigSource> microProfile(ClassLoader application) {
    return hasMicroProfile() ? MicroProfileSource.find(application) : Optional.empty();
  }

  private static boolean hasMicroProfile() {
    try {
      Class.forName(MICROPROFILE, false, ConfigSources.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false; // a server without MicroProfile Config
    }
  }
}
