package dev.socketee.jakarta.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.server.Transactions;
import dev.socketee.test.ExpectedLogs;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import javax.naming.NameNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JtaTransactionsTest {

  private final FakeRegistry registry = new FakeRegistry();
  private final Transactions transactions = new JtaTransactions(registry);
  private final List<String> done = new ArrayList<>();

  private void afterCommit(String what) {
    transactions.afterCommit(() -> done.add(what), () -> done.add("no " + what));
  }

  @Test
  void noTransaction_isDoneAtOnce_withItsException() {
    afterCommit("a");

    assertThat(done).containsExactly("a");
    assertThatThrownBy(
            () ->
                transactions.afterCommit(
                    () -> {
                      throw new IllegalArgumentException("b");
                    },
                    () -> {}))
        .hasMessage("b");
  }

  @Test
  void commit_doesAllInOrder_byOneSynchronization() {
    registry.begin();
    afterCommit("a");
    afterCommit("b");
    afterCommit("c");

    assertThat(done).isEmpty();
    assertThat(registry.registered()).isEqualTo(1);
    registry.end(Status.STATUS_COMMITTED);
    assertThat(done).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
  void rollback_orWhatIsNoCommit_doesTheOther(int how) {
    registry.begin();
    afterCommit("a");
    registry.end(how);

    assertThat(done).containsExactly("no a");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {Status.STATUS_MARKED_ROLLBACK, Status.STATUS_ROLLING_BACK, Status.STATUS_ROLLEDBACK})
  void rollbackOnly_isKnownAtOnce(int status) {
    registry.begin();
    registry.become(status);
    afterCommit("a");

    assertThat(done).containsExactly("no a");
  }

  @Test
  void rollbackOnly_later_countsToo() {
    registry.begin();
    afterCommit("a");
    registry.setRollbackOnly();
    afterCommit("b");
    registry.end(Status.STATUS_ROLLEDBACK);

    assertThat(done).containsExactly("no b", "no a");
  }

  @Test
  void suspendedTransaction_hasItsOwn() {
    registry.begin();
    afterCommit("outer");
    Runnable resume = registry.suspend();
    afterCommit("between");
    registry.begin();
    afterCommit("inner");
    registry.end(Status.STATUS_COMMITTED);
    assertThat(done).containsExactly("between", "inner");
    resume.run();
    registry.end(Status.STATUS_ROLLEDBACK);

    assertThat(done).containsExactly("between", "inner", "no outer");
  }

  @Test
  void nextTransaction_hasAQueueOfItsOwn() {
    registry.begin();
    afterCommit("a");
    registry.end(Status.STATUS_ROLLEDBACK);
    registry.begin();
    afterCommit("b");
    registry.end(Status.STATUS_COMMITTED);

    assertThat(done).containsExactly("no a", "b");
  }

  /** As by a listener for outgoing events. */
  @Test
  void whileItIsDone_moreQueuesBehind() {
    registry.begin();
    transactions.afterCommit(
        () -> {
          done.add("a");
          afterCommit("c");
        },
        () -> {});
    afterCommit("b");
    registry.end(Status.STATUS_COMMITTED);

    assertThat(done).containsExactly("a", "b", "c");
  }

  /** As by an observer of CDI with TransactionPhase.AFTER_SUCCESS. */
  @Test
  void afterTheCommit_withoutAQueue_isDoneAtOnce() {
    registry.begin();
    registry.become(Status.STATUS_COMMITTED);
    afterCommit("a");

    assertThat(done).containsExactly("a");
  }

  @Test
  void afterTheCommit_withAQueueThatIsOver_isDoneAtOnce() {
    registry.begin();
    afterCommit("a");
    CommitQueue queue = (CommitQueue) registry.getResource(transactions);
    registry.become(Status.STATUS_COMMITTED);
    queue.afterCompletion(Status.STATUS_COMMITTED);
    afterCommit("b");

    assertThat(done).containsExactly("a", "b");
  }

  /** The transaction manager rolls back on a thread of its own; this one does not know yet. */
  @Test
  void timedOutMeanwhile_isNeverDone() {
    registry.begin();
    afterCommit("a");
    ((CommitQueue) registry.getResource(transactions)).afterCompletion(Status.STATUS_ROLLEDBACK);
    afterCommit("b");

    assertThat(done).containsExactly("no a", "no b");
  }

  @Test
  void completion_begun_isTooLate() {
    registry.begin();
    registry.become(Status.STATUS_PREPARING);

    assertThatThrownBy(() -> afterCommit("a"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("afterCommit() is too late: the transaction is being completed already");
  }

  /** One synchronization does all, and that is there already. */
  @ParameterizedTest
  @ValueSource(ints = {Status.STATUS_PREPARING, Status.STATUS_PREPARED, Status.STATUS_COMMITTING})
  void completion_begun_whileSomethingWaits_isNotTooLate(int status) {
    registry.begin();
    afterCommit("a");
    registry.become(status);
    afterCommit("b");

    assertThat(done).isEmpty();
    registry.end(Status.STATUS_COMMITTED);
    assertThat(done).containsExactly("a", "b");
  }

  @Test
  void failure_isLogged_andNeitherSeenNorInTheWay(ExpectedLogs logs) {
    logs.expect("What was emitted after a commit did not get through.*");
    registry.begin();
    transactions.afterCommit(
        () -> {
          throw new IllegalStateException("as the test wants");
        },
        () -> {});
    afterCommit("b");
    registry.end(Status.STATUS_COMMITTED);

    assertThat(done).containsExactly("b");
  }

  // ---- where they come from

  @Test
  void find_withoutAny_isNone() {
    assertThat(
            ContainerTransactions.find(
                name -> {
                  throw new NameNotFoundException(name);
                }))
        .isSameAs(Transactions.NONE);
    assertThat(ContainerTransactions.find(name -> "something else")).isSameAs(Transactions.NONE);
  }

  @Test
  void find_byTheNameOfThePlatform() {
    List<String> names = new ArrayList<>();
    Transactions found =
        ContainerTransactions.find(
            name -> {
              names.add(name);
              return registry;
            });

    assertThat(found).isInstanceOf(JtaTransactions.class);
    assertThat(names).containsExactly("java:comp/TransactionSynchronizationRegistry");
  }
}
