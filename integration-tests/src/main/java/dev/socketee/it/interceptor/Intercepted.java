package dev.socketee.it.interceptor;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;

/** Handlers with interceptors, the container's and the application's. */
@Namespace("/intercepted")
public class Intercepted {

  @Inject Records records;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  @SuppressWarnings("NullAway.Init") // injected
  TransactionSynchronizationRegistry transactions;

  @Recorded
  @OnConnect
  void arrive(Socket socket) {}

  @Recorded
  @OnEvent("recorded")
  String recorded() {
    return "called";
  }

  @OnEvent("records")
  List<String> records() {
    return records.methods();
  }

  @Transactional
  @OnEvent("transactional")
  boolean transactional() {
    return inTransaction();
  }

  @OnEvent("not-transactional")
  boolean notTransactional() {
    return inTransaction();
  }

  private boolean inTransaction() {
    return transactions.getTransactionStatus() == Status.STATUS_ACTIVE;
  }
}
