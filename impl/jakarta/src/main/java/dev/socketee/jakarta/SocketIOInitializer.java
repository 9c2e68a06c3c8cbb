package dev.socketee.jakarta;

import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ConfigSource;
import dev.socketee.jakarta.config.ConfigSources;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where it begins: the container calls this because the jar is in the application's {@code
 * WEB-INF/lib}, or because the embedded mode has it called.
 */
public final class SocketIOInitializer implements ServletContainerInitializer {

  private final Function<ServletContext, List<ConfigSource>> sources;

  /** Made by the service loader: the options are where a web application has them. */
  public SocketIOInitializer() {
    this(ConfigSources::of);
  }

  /**
   * One that has the options elsewhere.
   *
   * @param sources where the options of an application are set, the one that has precedence first
   */
  public SocketIOInitializer(Function<ServletContext, List<ConfigSource>> sources) {
    this.sources = sources;
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    try {
      new WebApplication(context, sources.apply(context)).register();
    } catch (ConfigException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }
}
