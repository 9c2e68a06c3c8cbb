package dev.socketee.cdi;

import org.jspecify.annotations.Nullable;

/** Checks the constraints of a handler method around its calls. Thread-safe. */
interface CallValidation {

  /** There are no constraints, or the container checks them. */
  CallValidation NONE =
      new CallValidation() {
        @Override
        public void arguments(Object target, @Nullable Object[] arguments) {}

        @Override
        public void result(Object target, @Nullable Object result) {}
      };

  /** Throws a {@code ConstraintViolationException} if the arguments violate constraints. */
  void arguments(Object target, @Nullable Object[] arguments);

  /** Throws a {@code ConstraintViolationException} if the result violates constraints. */
  void result(Object target, @Nullable Object result);
}
