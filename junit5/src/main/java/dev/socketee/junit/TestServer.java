package dev.socketee.junit;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.embedded.EmbeddedSocketIO;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AnnotatedConstructor;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ParameterContext;

/** A running server, and what tests get of it. */
final class TestServer {

  /** What says more about something to inject, and is no qualifier. */
  private static final Set<Class<?>> OURS = Set.of(Namespace.class, RoomName.class);

  private final EmbeddedSocketIO server;
  private final BeanManager beanManager;

  /** Of what is injected into tests: dependent objects live as long as the server. */
  private final Queue<CreationalContext<?>> injected = new ConcurrentLinkedQueue<>();

  private TestServer(EmbeddedSocketIO server) {
    this.server = server;
    this.beanManager = server.select(BeanManager.class);
  }

  static TestServer start(TestSettings settings) {
    return new TestServer(settings.start());
  }

  /** What a parameter of a test may be, whatever the beans are. */
  static boolean isOurs(Class<?> type) {
    return type == URI.class || type == EmbeddedSocketIO.class;
  }

  boolean supports(ParameterContext parameter) {
    Parameter declared = parameter.getParameter();
    return isOurs(declared.getType()) || isBean(declared);
  }

  /** Not if an annotation says that it is something else, such as a temporary folder. */
  private boolean isBean(Parameter parameter) {
    return Stream.of(parameter.getAnnotations())
            .map(Annotation::annotationType)
            .allMatch(each -> OURS.contains(each) || beanManager.isQualifier(each))
        && !beanManager.getBeans(parameter.getParameterizedType(), qualifiers(parameter)).isEmpty();
  }

  private Annotation[] qualifiers(Parameter parameter) {
    return Stream.of(parameter.getAnnotations())
        .filter(each -> beanManager.isQualifier(each.annotationType()))
        .toArray(Annotation[]::new);
  }

  Object resolve(ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    if (type == URI.class) {
      return server.uri();
    }
    if (type == EmbeddedSocketIO.class) {
      return server;
    }
    return beanManager.getInjectableReference(injectionPoint(parameter), context());
  }

  private InjectionPoint injectionPoint(ParameterContext parameter) {
    Executable executable = parameter.getDeclaringExecutable();
    AnnotatedType<?> type = beanManager.createAnnotatedType(executable.getDeclaringClass());
    List<? extends AnnotatedParameter<?>> parameters =
        Stream.concat(methods(type), constructors(type))
            .filter(callable -> callable.getJavaMember().equals(executable))
            .findFirst()
            .orElseThrow()
            .getParameters();
    return beanManager.createInjectionPoint(parameters.get(parameter.getIndex()));
  }

  private static <T> Stream<AnnotatedMethod<? super T>> methods(AnnotatedType<T> type) {
    return type.getMethods().stream();
  }

  private static <T> Stream<AnnotatedConstructor<T>> constructors(AnnotatedType<T> type) {
    return type.getConstructors().stream();
  }

  /** Injects the fields of a test. */
  void inject(Object test) {
    injectAs(test.getClass(), test);
  }

  private <T> void injectAs(Class<T> type, Object test) {
    beanManager
        .getInjectionTargetFactory(beanManager.createAnnotatedType(type))
        .createInjectionTarget(null)
        .inject(type.cast(test), context());
  }

  private <T> CreationalContext<T> context() {
    CreationalContext<T> context = beanManager.createCreationalContext(null);
    injected.add(context);
    return context;
  }

  void close() {
    injected.forEach(CreationalContext::release);
    server.close();
  }
}
