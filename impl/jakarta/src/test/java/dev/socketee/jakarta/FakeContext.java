package dev.socketee.jakarta;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EventListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** As much of a servlet container as the start of an application needs. It has no WebSockets. */
final class FakeContext {

  final Map<String, Object> attributes = new HashMap<>();
  final Map<String, String> parameters = new HashMap<>();
  final List<String> mappings = new ArrayList<>();
  final List<EventListener> listeners = new ArrayList<>();

  /** That of the application. */
  ClassLoader loader = getClass().getClassLoader();

  /** Who says to be the container. */
  String serverInfo = "Fake/1.0";

  /** Servlets that are initialized when listeners have been told. */
  final List<Servlet> startup = new ArrayList<>();

  /** Whether servlets can be added. */
  boolean starting = true;

  /** A listener of the application for attributes that are removed. */
  Runnable whenRemoved = () -> {};

  /** A mapping that the application has itself. */
  String taken = "";

  final ServletContext context =
      (ServletContext)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ServletContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getClassLoader" -> loader;
                    case "getContextPath" -> "/app";
                    case "getResourceAsStream" -> null;
                    case "getInitParameter" -> parameters.get((String) arguments[0]);
                    case "getInitParameterNames" -> Collections.enumeration(parameters.keySet());
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "removeAttribute" -> {
                      attributes.remove((String) arguments[0]);
                      whenRemoved.run();
                      yield null;
                    }
                    case "addListener" -> listeners.add((EventListener) arguments[0]);
                    case "getServerInfo" -> serverInfo;
                    case "addServlet" -> add((Servlet) arguments[1]);
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.toString());
                  });

  private ServletRegistration.Dynamic add(Servlet servlet) {
    if (!starting) {
      throw new IllegalStateException("the context is initialized");
    }
    return (ServletRegistration.Dynamic)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ServletRegistration.Dynamic.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "setAsyncSupported" -> null;
                  case "setLoadOnStartup" -> {
                    startup.add(servlet);
                    yield null;
                  }
                  case "addMapping" -> map(((String[]) arguments[0])[0]);
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private Set<String> map(String mapping) {
    if (mapping.equals(taken)) {
      return Set.of(mapping);
    }
    mappings.add(mapping);
    return Set.of();
  }
}
