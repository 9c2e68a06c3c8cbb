package dev.socketee.it.transaction;

import jakarta.ejb.ApplicationException;

/** Rolls a transaction back, as asked. */
@ApplicationException(rollback = true)
public class CancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CancelledException() {
    super("as asked");
  }
}
