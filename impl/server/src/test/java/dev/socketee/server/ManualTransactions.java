package dev.socketee.server;

import java.util.ArrayList;
import java.util.List;

/** One transaction at a time, whose end is the test's to say. */
final class ManualTransactions implements Transactions {

  private final List<Runnable> committed = new ArrayList<>();
  private final List<Runnable> rolledBack = new ArrayList<>();
  private boolean active;

  void begin() {
    active = true;
  }

  void commit() {
    end(committed);
  }

  void rollBack() {
    end(rolledBack);
  }

  private void end(List<Runnable> actions) {
    active = false;
    List<Runnable> now = List.copyOf(actions);
    committed.clear();
    rolledBack.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public void afterCommit(Runnable ifCommitted, Runnable ifRolledBack) {
    if (active) {
      committed.add(ifCommitted);
      rolledBack.add(ifRolledBack);
    } else {
      ifCommitted.run();
    }
  }
}
