package dev.socketee.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;

/**
 * Marks the servers that producer methods of the application build, beside whatever qualifiers they
 * have: so that they can be found, and none of them is what an injection point without a qualifier
 * gets.
 */
@Qualifier
@Retention(RUNTIME)
@interface Built {

  /** The annotation. */
  final class Literal extends AnnotationLiteral<Built> implements Built {

    private static final long serialVersionUID = 1L;

    static final Literal INSTANCE = new Literal();
  }
}
