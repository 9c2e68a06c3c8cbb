package dev.socketee.junit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Starts and closes the servers of {@link SocketIOTest}. What is running is in the store of the
 * class or of the test that it was started for, where those within it find it.
 */
final class SocketIOExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        TestInstancePostProcessor,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SocketIOExtension.class);

  SocketIOExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    TestSettings.of(context.getRequiredTestClass())
        .ifPresent(
            settings -> {
              Store store = context.getStore(NAMESPACE);
              store.put(TestSettings.class, settings);
              store.put(TestServer.class, settings.perMethod() ? null : TestServer.start(settings));
            });
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (TestSettings.of(context.getRequiredTestClass()).isPresent()) {
      close(context);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    TestSettings settings = context.getStore(NAMESPACE).get(TestSettings.class, TestSettings.class);
    if (settings.perMethod()) {
      TestServer server = TestServer.start(settings);
      context.getStore(NAMESPACE).put(TestServer.class, server);
      context.getRequiredTestInstances().getAllInstances().forEach(server::inject);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getStore(NAMESPACE).get(TestSettings.class, TestSettings.class).perMethod()) {
      close(context);
    }
  }

  private static void close(ExtensionContext context) {
    TestServer server = context.getStore(NAMESPACE).remove(TestServer.class, TestServer.class);
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void postProcessTestInstance(Object test, ExtensionContext context) {
    TestServer server = server(context);
    if (server != null) {
      server.inject(test);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server = server(context);
    return server == null
        ? TestServer.isOurs(parameter.getParameter().getType())
        : server.supports(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    TestServer server = server(context);
    if (server == null) {
      throw new ParameterResolutionException(
          "there is no server here: with lifecycle PER_METHOD it is started after @BeforeAll methods"
              + " and the constructor. Have the parameter in a @BeforeEach method or in the test");
    }
    return server.resolve(parameter);
  }

  private static @Nullable TestServer server(ExtensionContext context) {
    return context.getStore(NAMESPACE).get(TestServer.class, TestServer.class);
  }
}
