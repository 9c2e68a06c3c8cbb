package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NonBlocking;
import dev.socketee.annotation.OnEvent;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.SessionBeanType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of a session bean's methods can be called. Weld SE has none, so the beans are made up. */
class SessionBeanTest {

  interface Local {
    void message(String text);
  }

  @Namespace
  static class Chat implements Local {
    @Override
    @OnEvent
    public void message(String text) {}

    @OnEvent
    void hidden() {}
  }

  private static final String CHAT = Chat.class.getTypeName();

  @Test
  void sessionBean_withNoInterfaceView_isCalledByPublicMethods() {
    assertThat(read(Chat.class))
        .containsExactly(
            Chat.class + " message",
            "SIO0207: "
                + CHAT
                + ".hidden() is not public, but a session bean can be called by its public methods"
                + " only. Make it public.");
  }

  @Test
  void sessionBean_withBusinessInterface_isCalledByItsMethods() {
    assertThat(read(Local.class))
        .containsExactly(
            Local.class + " message",
            "SIO0208: "
                + CHAT
                + ".hidden() is in no local business interface of its session bean (Local), so it"
                + " cannot be called. Add it to one, or annotate the bean with @LocalBean.");
  }

  @Namespace
  static class Hasty {
    @OnEvent
    @NonBlocking
    public void message(String text) {}
  }

  @Test
  void sessionBean_withNonBlockingMethod_isRefused() {
    assertThat(read(Hasty.class, Hasty.class))
        .contains(
            "SIO0903: "
                + Hasty.class.getTypeName()
                + ".message(String) is @NonBlocking, but a method of a session bean, for which the"
                + " container may wait: for an instance, a lock or a transaction. Remove"
                + " @NonBlocking, or make the class a managed bean.");
  }

  @Test
  void exception_wrappedByTheContainer_isUnwrapped() {
    Exception original = new IllegalStateException();
    assertThat(EjbFailures.unwrap(new EJBException(original))).isSameAs(original);
    assertThat(EjbFailures.unwrap(new EJBException(new EJBException(original)))).isSameAs(original);
    Exception denied = new EJBAccessException("denied");
    denied.initCause(original);
    assertThat(EjbFailures.unwrap(new EJBException(denied))).isSameAs(denied);
    Exception causeless = new EJBException("failed");
    assertThat(EjbFailures.unwrap(causeless)).isSameAs(causeless);
    assertThat(EjbFailures.unwrap(original)).isSameAs(original);
  }

  /** The methods to call, and then the problems. */
  private static List<String> read(Class<?> view) {
    return read(Chat.class, view);
  }

  private static List<String> read(Class<?> beanClass, Class<?> view) {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(String.class)
            .initialize()) {
      AnnotatedType<?> type = container.getBeanManager().createAnnotatedType(beanClass);
      Problems problems = new Problems();
      List<HandlerMethod> handlers =
          new HandlerReader(
                  problems,
                  new ParameterSources(
                      container.getBeanManager(),
                      new InjectionPointRules(problems, new ServerRules(problems))),
                  new AccessReader(problems, container.getBeanManager(), new NamedRoles()),
                  container.getBeanManager())
              .read(
                  new NamespaceBean(
                      bean(view), type, "/", "default", List.of(), SessionBeanType.STATELESS));
      Stream<String> methods =
          handlers.stream()
              .map(HandlerMethod::method)
              .map(method -> method.getDeclaringClass() + " " + method.getName());
      return Stream.concat(methods, problems.messages().stream()).toList();
    }
  }

  private static Bean<?> bean(Class<?> view) {
    Set<Type> types = Set.of(view, Object.class);
    return (Bean<?>)
        Proxy.newProxyInstance(
            Bean.class.getClassLoader(),
            new Class<?>[] {Bean.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getTypes" -> types;
                  case "getScope" -> Dependent.class;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
