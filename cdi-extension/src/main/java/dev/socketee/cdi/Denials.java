package dev.socketee.cdi;

import dev.socketee.AccessRefusedException;

/** Tells when a caller may not, whoever says so. */
final class Denials {

  /** By name, because a server need not have it. */
  private static final String OF_EJBS = "jakarta.ejb.EJBAccessException";

  private Denials() {}

  /** Whether an exception says so. */
  static boolean denies(Throwable error) {
    return error instanceof AccessRefusedException || ofEjb(error);
  }

  /** Whether a session bean was not for the caller. */
  static boolean ofEjb(Throwable error) {
    for (Class<?> type = error.getClass(); type != null; type = type.getSuperclass()) {
      if (type.getName().equals(OF_EJBS)) {
        return true;
      }
    }
    return false;
  }

  /** As our own. */
  static AccessRefusedException reported(Throwable denial) {
    if (denial instanceof AccessRefusedException own) {
      return own;
    }
    AccessRefusedException reported =
        new AccessRefusedException(String.valueOf(denial.getMessage()), true);
    reported.initCause(denial);
    return reported;
  }
}
