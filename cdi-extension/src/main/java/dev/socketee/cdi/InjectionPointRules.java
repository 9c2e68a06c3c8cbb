package dev.socketee.cdi;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.Handshake;
import dev.socketee.Room;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import dev.socketee.server.NamespaceTemplate;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is wrong with injection points, and which namespaces they mean. Confined to the thread
 * that starts the container.
 */
final class InjectionPointRules {

  private static final Set<Class<?>> ADDRESSED =
      Set.of(Broadcaster.class, Room.class, SocketNamespace.class);
  private static final Set<Class<?>> OF_CALLS =
      Set.of(Socket.class, Handshake.class, Ack.class, Args.class);

  private final Problems problems;
  private final ServerRules servers;
  private final Set<NamespaceAddress> namespaces = new LinkedHashSet<>();

  InjectionPointRules(Problems problems, ServerRules servers) {
    this.problems = problems;
    this.servers = servers;
  }

  /** The namespaces, and templates of such, that something has been injected of. */
  Set<NamespaceAddress> namespaces() {
    return namespaces;
  }

  /**
   * Checks an injection point.
   *
   * @return a problem that CDI would report in a less helpful way before ours are looked at
   */
  Optional<DefinitionException> check(InjectionPoint point) {
    Class<?> type = injected(point.getType());
    if (OF_CALLS.contains(type)) {
      return Optional.of(CdiMessages.notInjectable(describe(point), type.getSimpleName()));
    }
    if (point.getAnnotated().isAnnotationPresent(RoomName.class) && type != Room.class) {
      problems.add(CdiMessages.roomNameOnOther(describe(point), type.getSimpleName()));
    }
    if (InjectedNames.annotation(point, Namespace.class)
        .filter(annotation -> annotation.properties().length > 0)
        .isPresent()) {
      problems.add(ConfigMessages.propertiesOfPoint(describe(point)));
    }
    if (ADDRESSED.contains(type)) {
      checkNames(point, type);
    } else if (type == SocketIO.class && namesNoNamespace(point)) {
      noteServer(point);
    } else if (point.getAnnotated().isAnnotationPresent(Namespace.class)) {
      problems.add(CdiMessages.namespaceOnOther(describe(point), type.getSimpleName()));
    }
    return Optional.empty();
  }

  /** Of those that do not name a server the bean does, or nobody. */
  private void noteServer(InjectionPoint point) {
    InjectedNames.annotation(point, Namespace.class)
        .filter(annotation -> !annotation.server().isEmpty())
        .ifPresent(annotation -> servers.used(annotation.server(), describe(point)));
  }

  private static boolean namesNoNamespace(InjectionPoint point) {
    return InjectedNames.annotation(point, Namespace.class)
        .map(annotation -> annotation.value().equals(NamespaceNames.MAIN))
        .orElse(true);
  }

  private void checkNames(InjectionPoint point, Class<?> type) {
    String namespace = InjectedNames.namespace(point);
    if (NamespaceTemplate.isOne(namespace)) {
      checkTemplate(point, type, namespace);
    } else if (NamespaceNames.valid(namespace)) {
      namespaces.add(InjectedNames.address(point));
      noteServer(point);
    } else if (InjectedNames.annotation(point, Namespace.class).isPresent()) {
      problems.add(CdiMessages.pointNamespace(describe(point), namespace));
    }
    if (type == Room.class && InjectedNames.room(point).isEmpty()) {
      problems.add(
          InjectedNames.annotation(point, RoomName.class).isPresent()
              ? CdiMessages.roomNameMissing(describe(point))
              : CdiMessages.roomWithoutName(describe(point)));
    }
  }

  /** What is wrong with the template of a bean is said there. */
  private void checkTemplate(InjectionPoint point, Class<?> type, String name) {
    try {
      NamespaceTemplate unused = NamespaceTemplate.of(name);
      namespaces.add(InjectedNames.address(point));
      noteServer(point);
      if (type != Broadcaster.class) {
        problems.add(TemplateMessages.manyNamespaces(describe(point), type.getSimpleName(), name));
      }
    } catch (IllegalArgumentException e) {
      if (InjectedNames.annotation(point, Namespace.class).isPresent()) {
        problems.add(
            TemplateMessages.pointTemplate(describe(point), name, String.valueOf(e.getMessage())));
      }
    }
  }

  /** Checks a field of any class: whether it looks like an injection point, but is none. */
  void checkField(AnnotatedField<?> field) {
    if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(Produces.class)) {
      return;
    }
    if (field.isAnnotationPresent(RoomName.class)) {
      problems.add(CdiMessages.injectMissing(field.getJavaMember(), "@RoomName"));
    } else if (field.isAnnotationPresent(Namespace.class)) {
      problems.add(CdiMessages.injectMissing(field.getJavaMember(), "@Namespace"));
    }
  }

  /** The class of what is injected, also if by an {@code Instance} or {@code Provider}. */
  private static Class<?> injected(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      Class<?> raw = (Class<?>) parameterized.getRawType();
      return raw == Instance.class || raw == Provider.class
          ? injected(parameterized.getActualTypeArguments()[0])
          : raw;
    }
    return TypeVariables.raw(type);
  }

  private static String describe(InjectionPoint point) {
    return CdiMessages.point(
        point.getMember(),
        point.getAnnotated() instanceof AnnotatedParameter<?> parameter
            ? parameter.getPosition()
            : -1);
  }
}
