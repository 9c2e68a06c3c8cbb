package dev.socketee.it.transaction;

import dev.socketee.Broadcaster;
import dev.socketee.RolledBackException;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where clients say which transaction they want to hear of, and how it is to end. What is emitted
 * is told by the event "said".
 */
@Namespace("/transactions")
public class Accounts {

  @Inject
  @Namespace("/transactions")
  Broadcaster everyone;

  @Inject Bookings bookings;
  @Inject Ledger ledger;
  @Inject Clerk clerk;

  // ---- enterprise beans

  @OnEvent("ejb")
  void ejb(Socket socket, Ending ending) {
    bookings.book(socket.id(), ending);
  }

  @OnEvent("async")
  void asynchronous(Socket socket, Ending ending) {
    bookings.bookLater(socket.id(), ending);
  }

  @OnEvent("timer")
  void timer(Socket socket) {
    bookings.bookByTimer(socket.id());
  }

  // ---- beans with @Transactional

  @OnEvent("bean")
  void bean(Socket socket, Ending ending) {
    ledger.enter(socket, ending);
  }

  @OnEvent("new")
  void requiresNew(Socket socket, Ending ending) {
    ledger.enterTwice(socket, ending);
  }

  @OnEvent("phases")
  void phases(Socket socket) {
    ledger.enterObserved(socket);
  }

  // ---- transactions of the bean

  @OnEvent("user")
  void user(Socket socket, Ending ending) throws Exception {
    clerk.write(socket, ending);
  }

  @OnEvent("timeout")
  String timeout(Socket socket) throws Exception {
    return clerk.writeTooSlowly(socket);
  }

  // ---- a handler that is a transaction

  @Transactional
  @OnEvent("handler")
  String handler(Socket socket, Ending ending) {
    socket.afterCommit().emit("said", "after");
    socket.emit("said", "before");
    ending.end(() -> {});
    return "done";
  }

  @Transactional
  @OnEvent("inside")
  boolean inside() {
    return ledger.inTransaction();
  }

  @OnEvent("outside")
  boolean outside() {
    return ledger.inTransaction();
  }

  // ---- more than events

  @Transactional
  @OnEvent("join")
  boolean join(Socket socket, Ending ending) {
    everyone.to(socket.id()).afterCommit().socketsJoin("booked");
    ending.end(() -> {});
    return socket.rooms().contains("booked");
  }

  @OnEvent("joined")
  boolean joined(Socket socket) {
    return socket.rooms().contains("booked");
  }

  /** The answer of the client, which is asked after the commit. */
  @OnEvent("ask")
  CompletionStage<String> ask(Socket socket, Ending ending) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    ledger.ask(
        socket,
        ending,
        (args, failure) ->
            answer.complete(failure == null ? args.get(0, String.class) : text(failure)));
    return answer;
  }

  private static String text(Throwable failure) {
    return failure instanceof RolledBackException ? "rolled back" : failure.toString();
  }

  @OnError
  void cancelled(CancelledException e, Socket socket) {
    socket.emit("said", "cancelled");
  }
}
