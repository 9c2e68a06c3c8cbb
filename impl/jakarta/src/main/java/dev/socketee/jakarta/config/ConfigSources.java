package dev.socketee.jakarta.config;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
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

  private static Optional<ConfigSource> microProfile(ClassLoader application) {
    try {
      Class.forName(MICROPROFILE, false, ConfigSources.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return Optional.empty(); // a server without MicroProfile Config
    }
    return MicroProfileSource.find(application);
  }
}
