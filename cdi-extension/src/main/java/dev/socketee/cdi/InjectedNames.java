package dev.socketee.cdi;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedField;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.lang.reflect.Member;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads at an injection point which namespace and which room are meant. */
final class InjectedNames {

  private InjectedNames() {}

  /**
   * The namespace: that of the annotation, else that of the bean, else the main one.
   *
   * @param point the injection point, or {@code null} for a lookup by a program
   */
  static String namespace(@Nullable InjectionPoint point) {
    return annotation(point, Namespace.class)
        .or(() -> ofBean(point))
        .map(annotation -> NamespaceNames.normalize(annotation.value()))
        .orElse(NamespaceNames.MAIN);
  }

  /**
   * The server: that of the annotation, else that of the bean, else the one by configuration.
   *
   * @param point the injection point, or {@code null} for a lookup by a program
   */
  static String server(@Nullable InjectionPoint point) {
    String ofBean =
        ofBean(point)
            .map(annotation -> NamespaceNames.server(annotation, SocketIO.DEFAULT_NAME))
            .orElse(SocketIO.DEFAULT_NAME);
    return annotation(point, Namespace.class)
        .map(annotation -> NamespaceNames.server(annotation, ofBean))
        .orElse(ofBean);
  }

  /** The namespace with its server. */
  static NamespaceAddress address(@Nullable InjectionPoint point) {
    return new NamespaceAddress(server(point), namespace(point));
  }

  /**
   * The room: that of the annotation, which on a field stands for the name of the field.
   *
   * @param point the injection point, or {@code null} for a lookup by a program
   * @return the name, or empty if there is no annotation, or none with a name on something else
   */
  static Optional<String> room(@Nullable InjectionPoint point) {
    return annotation(point, RoomName.class)
        .map(RoomName::value)
        .map(name -> name.isEmpty() ? field(point) : name)
        .filter(name -> !name.isEmpty());
  }

  /** An annotation of an injection point; of a parameter, else of its method. */
  static <A extends Annotation> Optional<A> annotation(
      @Nullable InjectionPoint point, Class<A> type) {
    Annotated annotated = point == null ? null : point.getAnnotated();
    if (annotated == null) {
      return Optional.empty();
    }
    A found = annotated.getAnnotation(type);
    return found == null && annotated instanceof AnnotatedParameter<?> parameter
        ? Optional.ofNullable(parameter.getDeclaringCallable().getAnnotation(type))
        : Optional.ofNullable(found);
  }

  private static Optional<Namespace> ofBean(@Nullable InjectionPoint point) {
    if (point == null) {
      return Optional.empty();
    }
    Bean<?> bean = point.getBean();
    Member member = point.getMember();
    // a servlet or a message-driven bean is no Bean
    Class<?> type =
        bean != null ? bean.getBeanClass() : member != null ? member.getDeclaringClass() : null;
    return Optional.ofNullable(type).map(known -> known.getAnnotation(Namespace.class));
  }

  private static String field(@Nullable InjectionPoint point) {
    return point != null && point.getAnnotated() instanceof AnnotatedField<?> field
        ? field.getJavaMember().getName()
        : "";
  }
}
