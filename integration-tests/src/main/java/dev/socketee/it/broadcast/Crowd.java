package dev.socketee.it.broadcast;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;

/** Acknowledgements of many, and operations on many. */
@Namespace("/crowd")
public class Crowd {

  /** What came of a broadcast: the answers in order of their text, and the missing ids. */
  public record Outcome(
      List<String> answers, Set<String> missing, int expected, boolean complete) {}

  /** What is known of a socket. */
  public record Member(String id, Set<String> rooms, Object name, String agent) {}

  @Inject Broadcaster everyone;

  @OnEvent("join")
  void join(Socket socket, String room, String name) {
    socket.join(room);
    socket.data().put("name", name);
  }

  @OnEvent("ask")
  CompletionStage<Outcome> ask(String room, long millis, String question) {
    return everyone
        .to(room)
        .timeout(Duration.ofMillis(millis))
        .emitWithAck("question", question)
        .thenApply(Crowd::outcome);
  }

  private static Outcome outcome(BroadcastAcks acks) {
    return new Outcome(
        acks.responses().stream()
            .map(response -> String.valueOf(response.args().get(0, String.class)))
            .sorted()
            .toList(),
        new TreeSet<>(acks.missing()),
        acks.expected(),
        acks.complete());
  }

  @OnEvent("ask-nobody")
  CompletionStage<Outcome> askNobody() {
    return everyone
        .to("nobody")
        .timeout(Duration.ofSeconds(5))
        .emitWithAck("question")
        .thenApply(Crowd::outcome);
  }

  @OnEvent("ask-for-ever")
  String askForEver() {
    try {
      return String.valueOf(everyone.emitWithAck("question"));
    } catch (IllegalStateException e) {
      return "refused";
    }
  }

  @OnEvent("fetch")
  CompletionStage<List<Member>> fetch(String room) {
    return everyone
        .in(room)
        .fetchSockets()
        .thenApply(
            sockets ->
                sockets.stream()
                    .map(Crowd::member)
                    .sorted(Comparator.comparing(member -> String.valueOf(member.name())))
                    .toList());
  }

  private static Member member(RemoteSocket socket) {
    Set<String> rooms = new TreeSet<>(socket.rooms());
    rooms.remove(socket.id());
    return new Member(
        socket.id(),
        rooms,
        socket.data().getOrDefault("name", "nobody"),
        socket.handshake().query().getOrDefault("agent", "none"));
  }

  @OnEvent("move")
  void move(String from, String to) {
    everyone.to(from).socketsJoin(to);
    everyone.to(from).socketsLeave(from);
  }

  @OnEvent("send-away")
  void sendAway(String room, boolean close) {
    everyone.to(room).disconnectSockets(close);
  }

  @OnEvent("whisper")
  CompletionStage<Void> whisper(String room, String text) {
    return everyone
        .to(room)
        .fetchSockets()
        .thenAccept(sockets -> sockets.forEach(socket -> socket.emit("whispered", text)));
  }

  @OnEvent("say")
  void say(Socket from, String room, String text) {
    from.to(room).compress(false).send(text);
    everyone.local().to(room).emit("said", text);
  }
}
