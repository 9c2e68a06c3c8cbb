package dev.socketee.cdi;

import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import jakarta.enterprise.inject.spi.Annotated;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;

/** What a handler method is called for. */
enum HandlerKind {
  CONNECT(OnConnect.class),
  EVENT(OnEvent.class),
  DISCONNECT(OnDisconnect.class),
  ERROR(OnError.class);

  private final Class<? extends Annotation> annotation;

  HandlerKind(Class<? extends Annotation> annotation) {
    this.annotation = annotation;
  }

  /** The kinds that a method is annotated with: more than one is a mistake. */
  static List<HandlerKind> of(Annotated method) {
    return Arrays.stream(values())
        .filter(kind -> method.isAnnotationPresent(kind.annotation))
        .toList();
  }

  /** As {@link #of(Annotated)}, for a method that CDI does not know. */
  static List<HandlerKind> of(AnnotatedElement method) {
    return Arrays.stream(values())
        .filter(kind -> method.isAnnotationPresent(kind.annotation))
        .toList();
  }

  @Override
  public String toString() {
    return "@" + annotation.getSimpleName();
  }
}
