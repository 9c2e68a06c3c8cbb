package dev.socketee.it.transaction;

/** How a transaction is to end. */
public enum Ending {
  COMMIT,
  FAIL,
  ROLLBACK_ONLY;

  /**
   * Sees to it.
   *
   * @param setRollbackOnly the transaction's
   */
  void end(Runnable setRollbackOnly) {
    switch (this) {
      case COMMIT -> {}
      case FAIL -> throw new CancelledException();
      case ROLLBACK_ONLY -> setRollbackOnly.run();
    }
  }
}
