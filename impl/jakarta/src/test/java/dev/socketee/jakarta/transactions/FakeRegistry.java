package dev.socketee.jakarta.transactions;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The registry of a transaction manager, with one transaction at a time. */
final class FakeRegistry implements TransactionSynchronizationRegistry {

  private int status = Status.STATUS_NO_TRANSACTION;
  private Map<Object, Object> resources = new HashMap<>();
  private List<Synchronization> synchronizations = new ArrayList<>();

  void begin() {
    status = Status.STATUS_ACTIVE;
    resources = new HashMap<>();
    synchronizations = new ArrayList<>();
  }

  /** Puts the transaction into a state, as if something else did. */
  void become(int other) {
    status = other;
  }

  /** Ends the transaction, of which the thread is rid after the synchronizations only. */
  void end(int how) {
    status = how;
    List.copyOf(synchronizations).forEach(each -> each.afterCompletion(how));
    status = Status.STATUS_NO_TRANSACTION;
  }

  int registered() {
    return synchronizations.size();
  }

  /** Suspends the transaction: what is answered resumes it. */
  Runnable suspend() {
    int itsStatus = status;
    Map<Object, Object> itsResources = resources;
    List<Synchronization> itsSynchronizations = synchronizations;
    status = Status.STATUS_NO_TRANSACTION;
    return () -> {
      status = itsStatus;
      resources = itsResources;
      synchronizations = itsSynchronizations;
    };
  }

  @Override
  public Object getTransactionKey() {
    return status == Status.STATUS_NO_TRANSACTION ? null : resources;
  }

  @Override
  public void putResource(Object key, Object value) {
    resources.put(key, value);
  }

  @Override
  public Object getResource(Object key) {
    if (status == Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("no transaction");
    }
    return resources.get(key);
  }

  @Override
  public void registerInterposedSynchronization(Synchronization synchronization) {
    if (status != Status.STATUS_ACTIVE) {
      throw new IllegalStateException("status " + status);
    }
    synchronizations.add(synchronization);
  }

  @Override
  public int getTransactionStatus() {
    return status;
  }

  @Override
  public void setRollbackOnly() {
    status = Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public boolean getRollbackOnly() {
    return status == Status.STATUS_MARKED_ROLLBACK;
  }
}
