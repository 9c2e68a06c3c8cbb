package dev.socketee.cdi;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which parameters of handlers are injected: those with a qualifier, {@code @Default} among
 * them, and those of a type that no client can send and that everybody injects. Finds what is wrong
 * with them.
 */
final class ParameterSources {

  private static final Set<Class<?>> BY_TYPE =
      Set.of(
          Broadcaster.class,
          Room.class,
          SocketNamespace.class,
          SocketIO.class,
          Event.class,
          Instance.class,
          Provider.class);

  private final BeanManager beanManager;
  private final InjectionPointRules rules;

  ParameterSources(BeanManager beanManager, InjectionPointRules rules) {
    this.beanManager = beanManager;
    this.rules = rules;
  }

  /** Whether a parameter is injected. */
  boolean injected(AnnotatedParameter<?> parameter, Class<?> raw) {
    return BY_TYPE.contains(raw)
        || parameter.isAnnotationPresent(Namespace.class)
        || parameter.isAnnotationPresent(RoomName.class)
        || !HandlerInjectionPoint.qualifiers(beanManager, parameter).isEmpty();
  }

  /** What is wrong with an injected parameter, beyond what the rules add by themselves. */
  Optional<DefinitionException> check(Method method, InjectionPoint point) {
    Optional<DefinitionException> wrong = rules.check(point);
    if (wrong.isPresent()) {
      return wrong;
    }
    int position = ((AnnotatedParameter<?>) point.getAnnotated()).getPosition();
    Set<Bean<?>> beans =
        beanManager.getBeans(point.getType(), point.getQualifiers().toArray(new Annotation[0]));
    try {
      return beans.isEmpty() || beanManager.resolve(beans) == null
          ? Optional.of(ParameterMessages.unsatisfied(method, position, point))
          : Optional.empty();
    } catch (AmbiguousResolutionException e) {
      return Optional.of(ParameterMessages.ambiguous(method, position, point, beans));
    }
  }

  /** Binds an injected parameter. */
  InjectedParameter binder(HandlerInjectionPoint point) {
    return new InjectedParameter(beanManager, point);
  }

  /** The parameter as an injection point. */
  HandlerInjectionPoint point(NamespaceBean bean, AnnotatedParameter<?> parameter, Type type) {
    return HandlerInjectionPoint.of(beanManager, bean.bean(), parameter, type);
  }
}
