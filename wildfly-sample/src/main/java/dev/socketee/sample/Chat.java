package dev.socketee.sample;

import dev.socketee.DisconnectReason;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnDisconnect;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.sample.Messages.Credentials;
import dev.socketee.sample.Messages.Message;
import dev.socketee.sample.Messages.Receipt;
import dev.socketee.sample.Messages.Welcome;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a client can call. Handlers of one client run one after the other, those of different
 * clients at the same time, so what they share ({@link People}, {@link Rooms}) is thread-safe.
 */
@Namespace("/chat")
public class Chat {

  private static final Logger LOG = System.getLogger(Chat.class.getPackageName());

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_TEXT = 2_000;

  /** Less than {@code maxPayload}, also when a poll carries it in Base64. */
  private static final int LARGEST_PICTURE = 600_000;

  @Inject People people;
  @Inject Rooms rooms;

  /** Runs before the CONNECT is accepted; what is emitted here reaches the client after that. */
  @OnConnect
  void arrive(Socket socket, @Auth @Nullable Credentials who) {
    String nick = people.arrive(socket, who);
    LOG.log(Level.INFO, "{0} is here", nick);
    socket.emit("welcome", new Welcome(nick, Rooms.ALL, rooms.opened()));
    List<String> before = who == null || who.rooms() == null ? List.of() : who.rooms();
    before.forEach(room -> rooms.join(socket, nick, room));
  }

  @OnDisconnect
  void depart(Socket socket, DisconnectReason why) {
    LOG.log(Level.INFO, "{0} has left: {1}", people.nick(socket), why.text());
    Rooms.ALL.forEach(room -> rooms.leave(socket, room.name()));
    people.leave(socket);
  }

  @OnEvent("join")
  void join(Socket socket, @NotNull String room) {
    rooms.join(socket, people.nick(socket), room);
  }

  @OnEvent("leave")
  void leave(Socket socket, @NotNull String room) {
    rooms.leave(socket, room);
  }

  /** Volatile: whoever cannot be told now need not be told later. */
  @OnEvent("typing")
  void typing(Socket from, @NotNull String to) {
    String nick = people.nick(from);
    if (from.rooms().contains(to)) {
      from.to(to).asVolatile().emit("typing", to, nick);
    } else {
      addressee(to).ifPresent(one -> one.asVolatile().emit("typing", "@" + nick, nick));
    }
  }

  /** The result is the acknowledgement; when it completes later, it is sent later. */
  @OnEvent("say")
  CompletionStage<Receipt> say(
      Socket from,
      @NotNull @Size(max = LONGEST_NAME) String to,
      @NotBlank @Size(max = LONGEST_TEXT) String text) {
    Message message = Message.of(people.nick(from), to, text, false);
    return deliver(from, "message", message, message);
  }

  /** Binary is an argument like any other. */
  @OnEvent("picture")
  CompletionStage<Receipt> picture(
      Socket from,
      @NotNull @Size(max = LONGEST_NAME) String to,
      @NotNull @Size(max = LONGEST_TEXT) String caption,
      @NotNull @Size(min = 3, max = LARGEST_PICTURE) byte[] jpeg) {
    if (jpeg[0] != (byte) 0xFF || jpeg[1] != (byte) 0xD8) {
      return CompletableFuture.completedFuture(Receipt.refused("That is no JPEG."));
    }
    Message message = Message.of(people.nick(from), to, caption, true);
    return deliver(from, "picture", message, message, jpeg);
  }

  /** Nothing but its acknowledgement: the page measures how long it takes. */
  @OnEvent("round-trip")
  void roundTrip() {}

  /** What Bean Validation found. The page never sends such things, somebody's own client might. */
  @OnError
  void invalid(Socket socket, ConstraintViolationException e) {
    String problems =
        e.getConstraintViolations().stream()
            .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
            .sorted()
            .collect(Collectors.joining(", "));
    socket.emit("problem", problems);
  }

  private CompletionStage<Receipt> deliver(
      Socket from, String event, Message message, Object... arguments) {
    if (!message.to().startsWith("@")) {
      boolean said = rooms.say(from, event, message, arguments);
      return CompletableFuture.completedFuture(
          said ? Receipt.delivered(message) : Receipt.refused("You are not in that room."));
    }
    Optional<Socket> to = addressee(message.to());
    if (to.isEmpty()) {
      return CompletableFuture.completedFuture(
          Receipt.refused(message.to().substring(1) + " is not here any more."));
    }
    return to.get()
        .timeout(PATIENCE)
        .emitWithAck(event, arguments)
        .thenApply(seen -> Receipt.delivered(message))
        .exceptionally(failure -> Receipt.refused("It did not arrive."));
  }

  private Optional<Socket> addressee(String to) {
    return to.startsWith("@") ? people.find(to.substring(1)) : Optional.empty();
  }
}
