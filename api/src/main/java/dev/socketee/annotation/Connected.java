package dev.socketee.annotation;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The CDI event of a socket whose CONNECT has been accepted, after the listeners of its namespace
 * have run: {@code @Observes @Connected Socket} for those of all namespaces,
 * {@code @Observes @Connected("/chat") Socket} for those of one. For code that only wants to watch:
 * what an observer throws is logged.
 */
@Documented
@Qualifier
@Repeatable(Connected.All.class)
@Retention(RUNTIME)
@Target({FIELD, METHOD, PARAMETER})
public @interface Connected {

  /**
   * The namespace, with its leading {@code /}.
   *
   * @return the name, by default that of every namespace
   */
  String value() default "";

  /** Several: the event of a socket has that of its namespace, and that of all. */
  @Documented
  @Retention(RUNTIME)
  @Target({FIELD, METHOD, PARAMETER})
  @interface All {

    /**
     * The qualifiers.
     *
     * @return the qualifiers
     */
    Connected[] value();
  }

  /** Makes the qualifier for a program. */
  final class Literal extends AnnotationLiteral<Connected> implements Connected {

    private static final long serialVersionUID = 1L;

    /** The namespace; empty for every one. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * The qualifier for a namespace.
     *
     * @param namespace its name; empty for every one
     * @return the qualifier
     */
    public static Literal of(String namespace) {
      return new Literal(namespace);
    }

    @Override
    public String value() {
      return value;
    }
  }
}
