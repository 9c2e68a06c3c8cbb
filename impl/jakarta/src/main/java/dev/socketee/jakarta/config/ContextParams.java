package dev.socketee.jakarta.config;

import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The {@code <context-param>}s of {@code web.xml}, and what was set on the servlet context by code.
 */
final class ContextParams implements ConfigSource {

  private final ServletContext context;

  ContextParams(ServletContext context) {
    this.context = context;
  }

  @Override
  public String name() {
    return "context-param";
  }

  @Override
  public Optional<String> value(String key) {
    return Optional.ofNullable(context.getInitParameter(key));
  }

  @Override
  public Set<String> keys(String prefix) {
    return Collections.list(context.getInitParameterNames()).stream()
        .filter(name -> name.startsWith(prefix))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
