package dev.socketee.it.ack;

import dev.socketee.Ack;
import dev.socketee.Args;
import dev.socketee.Broadcaster;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.it.Later;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Answers, and asks. */
@Namespace("/acks")
public class Acks {

  /** A result that is an object. */
  public record Sum(int left, int right, long total) {}

  @Inject Broadcaster everyone;

  @OnEvent("add")
  Sum add(int left, int right) {
    return new Sum(left, right, (long) left + right);
  }

  @OnEvent("protocol")
  int protocol(Socket socket) {
    return socket.conn().protocol();
  }

  @OnEvent("nothing")
  void nothing() {}

  @OnEvent("null")
  @SuppressWarnings("NullAway") // the result may be anything, and is nothing here
  String nil() {
    return null;
  }

  @OnEvent("generic")
  Map<String, List<Integer>> generic(Map<String, List<Integer>> numbers) {
    int total = numbers.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    return Map.of("total", List.of(total));
  }

  @OnEvent("later")
  CompletionStage<String> later(String text) {
    return Later.complete(text);
  }

  @OnEvent("later-fails")
  CompletionStage<String> laterFails() {
    return CompletableFuture.failedFuture(new IllegalStateException("too late"));
  }

  @OnError
  void problem(Socket socket, IllegalStateException e) {
    socket.emit("problem", String.valueOf(e.getMessage()));
  }

  @OnEvent("several")
  void several(Ack<Object> ack) {
    ack.sendAll(1, "two", new byte[] {3}, List.of(4));
  }

  @OnEvent("twice")
  void twice(Ack<Object> ack) {
    ack.send("first");
    ack.send("second");
  }

  @OnEvent("never")
  void never(Ack<Object> ack) {}

  @OnEvent("requested")
  void requested(Socket socket, Ack<Object> ack) {
    socket.emit("requested", ack.requested());
  }

  /** Waits for its own socket: the answer must not queue behind this handler. */
  @OnEvent("ask-me")
  String askMe(Socket socket, String question) throws Exception {
    Args answer =
        socket
            .timeout(Duration.ofSeconds(10))
            .emitWithAck("question", question)
            .toCompletableFuture()
            .get(20, TimeUnit.SECONDS);
    return "answered: " + answer.get(0, String.class);
  }

  /** The same with more than one argument, binary among them. */
  @OnEvent("ask-me-for-much")
  void askMeForMuch(Socket socket, Ack<Object> ack) {
    socket
        .timeout(Duration.ofSeconds(10))
        .emitWithAck("much")
        .thenAccept(
            answer ->
                ack.sendAll(
                    answer.size(),
                    String.valueOf(answer.json(0)),
                    Objects.requireNonNull(answer.get(1, byte[].class))));
  }

  /** What a client that does not answer in time is. */
  @OnEvent("ask-me-in-vain")
  String askMeInVain(Socket socket, int milliseconds) {
    return failure(
        socket.timeout(Duration.ofMillis(milliseconds)).emitWithAck("question-without-answer"));
  }

  /** What a client is that leaves without an answer; everybody is told. */
  @OnEvent("ask-me-to-leave")
  void askMeToLeave(Socket socket) {
    String failure =
        failure(socket.timeout(Duration.ofSeconds(10)).emitWithAck("question-to-leave"));
    everyone.emit("left-without-answer", failure);
  }

  private static String failure(CompletionStage<Args> asked) {
    try {
      return "answered: " + asked.toCompletableFuture().join().size();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
  }
}
