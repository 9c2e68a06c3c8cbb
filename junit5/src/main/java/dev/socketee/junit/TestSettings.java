package dev.socketee.junit;

import dev.socketee.embedded.EmbeddedSocketIO;
import dev.socketee.embedded.EmbeddedSocketIOBuilder;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a test class asks for. */
record TestSettings(SocketIOTest annotation) {

  /** Those of a class, by its annotation, an inherited one, or one in another annotation. */
  static Optional<TestSettings> of(Class<?> test) {
    return AnnotationSupport.findAnnotation(test, SocketIOTest.class).map(TestSettings::new);
  }

  boolean perMethod() {
    return switch (annotation.lifecycle()) {
      case PER_CLASS -> false;
      case PER_METHOD -> true;
    };
  }

  EmbeddedSocketIO start() {
    EmbeddedSocketIOBuilder builder =
        EmbeddedSocketIO.builder()
            .port(0)
            .contextPath(annotation.contextPath())
            .beans(annotation.beans());
    if (annotation.discover()) {
      builder.discover();
    }
    for (String option : annotation.options()) {
      int equals = option.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException(
            "an option is written as \"key=value\", not \"" + option + "\"");
      }
      builder.option(option.substring(0, equals).trim(), option.substring(equals + 1).trim());
    }
    return builder.start();
  }
}
