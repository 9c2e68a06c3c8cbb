package dev.socketee.cdi;

import jakarta.ejb.EJBException;

/** Only loaded where there are session beans, and so {@code jakarta.ejb}. */
final class EjbFailures {

  private EjbFailures() {}

  /**
   * What a method of a session bean has thrown: the container wraps runtime exceptions that are not
   * application exceptions, such as a {@link dev.socketee.ConnectionRefusedException}.
   */
  static Throwable unwrap(Throwable error) {
    Throwable thrown = error;
    while (thrown instanceof EJBException && thrown.getCause() != null && !Denials.ofEjb(thrown)) {
      thrown = thrown.getCause();
    }
    return thrown;
  }
}
