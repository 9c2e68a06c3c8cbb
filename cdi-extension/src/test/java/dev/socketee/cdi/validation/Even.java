package dev.socketee.cdi.validation;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A constraint that counts how often it is checked. */
@Retention(RUNTIME)
@Target({METHOD, PARAMETER, TYPE_USE})
@Constraint(validatedBy = Even.Check.class)
@interface Even {

  String message() default "must be even";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Checks. */
  final class Check implements ConstraintValidator<Even, Integer> {

    static int count;

    @Override
    public boolean isValid(Integer value, ConstraintValidatorContext context) {
      count++;
      return value == null || value % 2 == 0;
    }
  }
}
