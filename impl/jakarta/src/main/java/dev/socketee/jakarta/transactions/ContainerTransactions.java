package dev.socketee.jakarta.transactions;

import dev.socketee.jakarta.threads.Naming;
import dev.socketee.server.Transactions;

/** The transactions of the container, if it has any. */
public final class ContainerTransactions {

  private ContainerTransactions() {}

  /**
   * Finds them. To be called where JNDI is the application's: in {@code contextInitialized}.
   *
   * @return {@link Transactions#NONE} on a server without Jakarta Transactions
   */
  public static Transactions find() {
    return find(Naming.JNDI);
  }

  static Transactions find(Naming naming) {
    try {
      Class.forName(
          "jakarta.transaction.TransactionSynchronizationRegistry",
          false,
          ContainerTransactions.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      return Transactions.NONE; // Tomcat, Jetty, Undertow
    }
    return JtaTransactions.find(naming);
  }
}
