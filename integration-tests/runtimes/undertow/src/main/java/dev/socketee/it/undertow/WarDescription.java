package dev.socketee.it.undertow;

import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.FilterInfo;
import io.undertow.servlet.api.ListenerInfo;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.api.ServletInfo;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EventListener;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is in a WAR, in the words of Undertow: the {@code web.xml}, the annotated classes outside of
 * jars, and the initializers of all jars, the server's too.
 */
final class WarDescription {

  private static final String CLASS = ".class";

  private final Path files;
  private final WarLoader loader;
  private final WebSocketDeploymentInfo webSockets;
  private final DeploymentInfo description = Servlets.deployment();

  WarDescription(Path files, WarLoader loader, WebSocketDeploymentInfo webSockets) {
    this.files = files;
    this.loader = loader;
    this.webSockets = webSockets;
  }

  /** Reads it. Name and path are missing. */
  DeploymentInfo read() throws IOException {
    description
        .setClassLoader(loader)
        .setResourceManager(new PathResourceManager(files))
        .addWelcomePage("index.html")
        .addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, webSockets)
        .setIdentityManager(new Users());
    new WebXml(files.resolve("WEB-INF/web.xml")).describe(description);
    for (var initializer : ServiceLoader.load(ServletContainerInitializer.class, loader)) {
      description.addServletContainerInitializer(
          new ServletContainerInitializerInfo(initializer.getClass(), Set.of()));
    }
    for (Class<?> annotated : classes()) {
      describe(annotated);
    }
    return description;
  }

  private void describe(Class<?> annotated) {
    WebServlet servlet = annotated.getAnnotation(WebServlet.class);
    if (servlet != null) {
      describe(annotated.asSubclass(Servlet.class), servlet);
    }
    WebFilter filter = annotated.getAnnotation(WebFilter.class);
    if (filter != null) {
      describe(annotated.asSubclass(Filter.class), filter);
    }
    if (annotated.isAnnotationPresent(WebListener.class)) {
      description.addListener(new ListenerInfo(annotated.asSubclass(EventListener.class)));
    }
    if (annotated.isAnnotationPresent(ServerEndpoint.class)) {
      webSockets.addEndpoint(annotated);
    }
  }

  private void describe(Class<? extends Servlet> type, WebServlet servlet) {
    description.addServlet(
        new ServletInfo(type.getName(), type)
            .addMappings(servlet.value())
            .addMappings(servlet.urlPatterns())
            .setLoadOnStartup(servlet.loadOnStartup())
            .setAsyncSupported(servlet.asyncSupported()));
  }

  private void describe(Class<? extends Filter> type, WebFilter filter) {
    String name = type.getName();
    description.addFilter(new FilterInfo(name, type).setAsyncSupported(filter.asyncSupported()));
    for (String pattern :
        Stream.of(filter.value(), filter.urlPatterns()).flatMap(Stream::of).toList()) {
      for (DispatcherType dispatcher : filter.dispatcherTypes()) {
        description.addFilterUrlMapping(name, pattern, dispatcher);
      }
    }
  }

  private List<Class<?>> classes() throws IOException {
    Path root = WarLoader.classes(files);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.map(file -> root.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.endsWith(CLASS) && !name.endsWith("-info" + CLASS))
          .map(name -> name.substring(0, name.length() - CLASS.length()))
          .flatMap(this::load)
          .toList();
    }
  }

  /** What refers to classes that are not there, such as those of EJBs, is nothing for a servlet. */
  private Stream<Class<?>> load(String name) {
    try {
      return Stream.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      System.Logger log = System.getLogger(WarDescription.class.getName());
      log.log(System.Logger.Level.DEBUG, name, e);
      return Stream.empty();
    }
  }
}
