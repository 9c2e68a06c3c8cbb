package dev.socketee.jakarta;

import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ConfigSources;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where it begins: the container calls this because the jar is in the application's {@code
 * WEB-INF/lib}.
 */
public final class SocketIOInitializer implements ServletContainerInitializer {

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    try {
      new WebApplication(context, ConfigSources.of(context)).register();
    } catch (ConfigException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }
}
