package dev.socketee.it.nodes;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
import dev.socketee.RemoteSocket;
import dev.socketee.ServerAcks;
import dev.socketee.Socket;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Builds two nodes, and lets clients have something done for all of them. */
@WebListener
public class Nodes implements ServletContextListener {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<NodeAdapter> bus = new CopyOnWriteArrayList<>();

  /** What came of a broadcast: the answers in order of their text. */
  public record Outcome(
      List<String> answers, Set<String> missing, int expected, boolean complete) {}

  /** What is known of a socket. */
  public record Member(String id, String name, String agent, boolean inRoom) {}

  /** What a node knows of its own sockets. */
  public record Own(String namespace, Set<String> ids, boolean self, boolean other) {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    build("a");
    build("b");
  }

  private void build(String node) {
    SocketIO server =
        SocketIO.builder()
            .name("node " + node)
            .path("/nodes/" + node)
            .adapter(sockets -> new NodeAdapter(bus, sockets))
            .build();
    List<String> heard = new CopyOnWriteArrayList<>();
    server
        .of("/cluster")
        .onServerEvent("note", (args, ack) -> heard.add(text(args.get(0, String.class))))
        .onServerEvent(
            "question",
            (args, ack) -> {
              if (!"silence".equals(args.get(0, String.class))) {
                ack.send(node + " says " + args.get(0, String.class));
              }
            })
        .onConnection(
            socket -> {
              broadcasts(socket, socket.namespace());
              sockets(socket, socket.namespace());
              servers(socket, socket.namespace());
              socket.on("heard", (args, ack) -> ack.send(heard));
            });
  }

  private static void broadcasts(Socket socket, Broadcaster everyone) {
    socket
        .on(
            "join",
            String.class,
            String.class,
            (room, name, ack) -> {
              socket.join(text(room));
              socket.data().put("name", text(name));
              ack.sendAll();
            })
        .on(
            "tell",
            String.class,
            String.class,
            (room, text, ack) -> everyone.to(text(room)).emit("told", text, new byte[] {1, 2}))
        .on(
            "tell others",
            String.class,
            (room, ack) -> socket.to(text(room)).emit("told", "others"))
        .on(
            "tell but",
            String.class,
            String.class,
            (room, but, ack) -> everyone.to(text(room)).except(text(but)).emit("told", "but"))
        .on(
            "tell here",
            String.class,
            (room, ack) -> everyone.local().to(text(room)).emit("told", "here"))
        .on(
            "ask all",
            String.class,
            Integer.class,
            (room, millis, ack) ->
                ack.send(
                    outcome(
                        await(
                            everyone
                                .to(text(room))
                                .timeout(Duration.ofMillis(millis == null ? 1 : millis))
                                .emitWithAck("question", "well?")))));
  }

  private static Outcome outcome(BroadcastAcks acks) {
    return new Outcome(
        acks.responses().stream()
            .map(response -> text(response.args().get(0, String.class)))
            .sorted()
            .toList(),
        new TreeSet<>(acks.missing()),
        acks.expected(),
        acks.complete());
  }

  private static void sockets(Socket socket, SocketNamespace namespace) {
    socket
        .on("fetch", String.class, (room, ack) -> ack.send(fetch(namespace, text(room))))
        .on(
            "whisper",
            String.class,
            (room, ack) ->
                await(namespace.in(text(room)).fetchSockets())
                    .forEach(member -> member.emit("told", "whispered")))
        .on(
            "expel",
            String.class,
            String.class,
            (room, id, ack) ->
                await(namespace.in(text(room)).fetchSockets()).stream()
                    .filter(member -> member.id().equals(id))
                    .forEach(RemoteSocket::disconnect))
        .on(
            "move",
            String.class,
            String.class,
            (from, to, ack) -> {
              namespace.in(text(from)).socketsJoin(text(to));
              namespace.in(text(from)).socketsLeave(text(from));
            })
        .on(
            "send away",
            String.class,
            Boolean.class,
            (room, close, ack) ->
                namespace.in(text(room)).disconnectSockets(Boolean.TRUE.equals(close)))
        .on("own", String.class, (other, ack) -> ack.send(own(socket, namespace, text(other))));
  }

  private static List<Member> fetch(Broadcaster everyone, String room) {
    return await(everyone.in(room).fetchSockets()).stream()
        .map(
            member ->
                new Member(
                    member.id(),
                    String.valueOf(member.data().get("name")),
                    member.handshake().query().getOrDefault("agent", "none"),
                    member.rooms().equals(Set.of(member.id(), room))))
        .sorted(Comparator.comparing(Member::name))
        .toList();
  }

  private static Own own(Socket socket, SocketNamespace namespace, String other) {
    Set<String> ids = new TreeSet<>();
    namespace.connectedSockets().forEach(each -> ids.add(each.id()));
    return new Own(
        namespace.name(),
        ids,
        namespace.socket(socket.id()).filter(found -> found.equals(socket)).isPresent(),
        namespace.socket(other).isPresent());
  }

  private static void servers(Socket socket, SocketNamespace namespace) {
    socket
        .on("note", String.class, (text, ack) -> namespace.serverSideEmit("note", text))
        .on(
            "ask servers",
            String.class,
            Integer.class,
            (text, millis, ack) -> {
              ServerAcks acks =
                  await(
                      namespace.serverSideEmitWithAck(
                          Duration.ofMillis(millis == null ? 1 : millis), "question", text));
              ack.send(
                  Map.of(
                      "answers",
                      acks.responses().stream().map(args -> args.get(0, String.class)).toList(),
                      "expected",
                      acks.expected(),
                      "complete",
                      acks.complete()));
            });
  }

  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(@Nullable String argument) {
    return String.valueOf(argument);
  }
}
