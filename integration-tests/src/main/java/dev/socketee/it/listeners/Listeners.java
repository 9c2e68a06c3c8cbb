package dev.socketee.it.listeners;

import dev.socketee.EventRefusedException;
import dev.socketee.GenericType;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.EventName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Registers listeners of each kind. */
@ApplicationScoped
public class Listeners {

  /** What a client sends. */
  public record Message(String from, String text) {}

  /** What clients are told. */
  public interface Clients {

    /** A client has come. */
    @EventName("user joined")
    void userJoined(String name, int age);

    /** Tells several things. */
    void several(@Nullable Object... things);
  }

  /** What a client is told and asked. */
  public interface Client extends Clients {

    /** Asks. */
    CompletionStage<Message> whoAreYou(String greeting);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object started, SocketIO io) {
    SocketNamespace namespace = io.of("/listeners");
    namespace.onConnection(
        socket -> {
          lists(socket);
          any(socket);
          middleware(socket);
          typed(socket);
          emitters(namespace, socket);
          ends(namespace, socket);
        });
  }

  private static void lists(Socket socket) {
    socket
        .once("greet", (args, ack) -> ack.send("once"))
        .on("greet", (args, ack) -> ack.send("on"));
    socket.on(
        "off",
        String.class,
        (event, ack) -> ack.send(socket.off(String.valueOf(event)).eventNames().contains(event)));
    socket.on(
        "forget everything", (args, ack) -> ack.send(socket.removeAllListeners().eventNames()));
  }

  private static void any(Socket socket) {
    List<String> incoming = new CopyOnWriteArrayList<>();
    List<String> outgoing = new CopyOnWriteArrayList<>();
    socket.onAny((event, args) -> incoming.add(event + args.size()));
    socket.prependAny((event, args) -> incoming.add("first"));
    socket.onAnyOutgoing((event, args) -> outgoing.add(event + args.json(0)));
    socket.on("what came", (args, ack) -> ack.send(List.copyOf(incoming)));
    socket.on("what went", (args, ack) -> ack.send(List.copyOf(outgoing)));
    socket.on(
        "listen no more",
        (args, ack) -> {
          socket.offAny();
          socket.offAnyOutgoing(socket.listenersAnyOutgoing().get(0));
          ack.send(socket.listenersAny().size() + socket.listenersAnyOutgoing().size());
        });
  }

  private static void middleware(Socket socket) {
    socket.use(
        (event, args) -> {
          if (event.equals("forbidden")) {
            throw new EventRefusedException("not you", Map.of("code", 7));
          }
          if (event.equals("broken")) {
            throw new IllegalStateException("as asked");
          }
        });
    socket.onError(failure -> socket.emit("problem", String.valueOf(failure.getMessage())));
    socket.on("forbidden", (args, ack) -> ack.send("was called"));
    socket.on("broken", (args, ack) -> ack.send("was called"));
  }

  private static void typed(Socket socket) {
    socket.on("1", Message.class, (message, ack) -> ack.send(message));
    socket.on("2", String.class, Integer.class, (text, number, ack) -> ack.sendAll(number, text));
    socket.on(
        "3",
        String.class,
        Integer.class,
        Boolean.class,
        (text, number, yes, ack) -> ack.sendAll(yes, number, text));
    socket.on(
        "4",
        String.class,
        Integer.class,
        Boolean.class,
        byte[].class,
        (text, number, yes, bytes, ack) -> ack.sendAll(bytes, yes, number, text));
    socket.on(
        "list",
        new GenericType<List<Message>>() {},
        (messages, ack) ->
            ack.send(messages == null ? 0 : messages.get(messages.size() - 1).text()));
    socket.on(
        "remember",
        String.class,
        (text, ack) -> ack.send(socket.data().put("text", String.valueOf(text))));
    socket.on("recall", (args, ack) -> ack.send(socket.data("text", String.class)));
  }

  private static void emitters(SocketNamespace namespace, Socket socket) {
    socket.on("send", (args, ack) -> socket.send("a", 1));
    socket.on(
        "emit", String.class, (event, ack) -> ack.send(emitted(socket, String.valueOf(event))));
    socket.on(
        "tell me",
        (args, ack) -> {
          Client client = socket.as(Client.class);
          client.userJoined("ann", 7);
          client.several("a", 2, null);
        });
    socket.on("tell all", (args, ack) -> namespace.as(Clients.class).userJoined("bob", 8));
    socket.on(
        "ask me",
        (args, ack) -> {
          Message answer = socket.as(Client.class).whoAreYou("hi").toCompletableFuture().get();
          ack.send(answer.from() + ": " + answer.text());
        });
  }

  private static void ends(SocketNamespace namespace, Socket socket) {
    socket.on(
        "join",
        String.class,
        (room, ack) -> {
          socket.join(String.valueOf(room));
          ack.sendAll();
        });
    socket.onDisconnecting(
        (reason, description) ->
            namespace.to("watchers").emit("leaving", socket.id(), rooms(socket), reason.text()));
    socket.onDisconnect(
        (reason, description) ->
            namespace
                .to("watchers")
                .emit("left", socket.id(), socket.rooms(), socket.disconnected()));
    socket.on(
        "kick",
        String.class,
        (why, ack) -> socket.disconnect(false, Map.of("why", String.valueOf(why))));
    socket.on("close", String.class, (why, ack) -> socket.disconnect(true, why));
  }

  private static Set<String> rooms(Socket socket) {
    Set<String> rooms = new TreeSet<>(socket.rooms());
    rooms.remove(socket.id());
    return rooms;
  }

  private static String emitted(Socket socket, String event) {
    try {
      socket.emit(event);
      return "emitted";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
