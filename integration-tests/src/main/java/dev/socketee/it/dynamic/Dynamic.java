package dev.socketee.it.dynamic;

import dev.socketee.ConnectionRefusedException;
import dev.socketee.Handshake;
import dev.socketee.ParentNamespace;
import dev.socketee.SocketIO;
import dev.socketee.SocketNamespace;
import dev.socketee.it.Later;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Namespaces by pattern and by matcher, and what a test asks about them. */
@ApplicationScoped
public class Dynamic {

  private final List<String> created = new CopyOnWriteArrayList<>();

  void start(@Observes @Initialized(ApplicationScoped.class) Object started, SocketIO io) {
    io.onNewNamespace(namespace -> created.add(namespace.name()));
    io.of("/dyn-0").onConnection(socket -> socket.emit("ready", "static"));

    ParentNamespace numbered = io.of(Pattern.compile("/dyn-\\d+"));
    numbered.use(
        socket -> {
          if (socket.namespace().name().endsWith("13")) {
            throw new ConnectionRefusedException("unlucky");
          }
        });
    numbered.onConnection(
        socket -> {
          socket.emit("ready", socket.namespace().name());
          socket.on("all", String.class, (text, ack) -> numbered.emit("said", text));
        });

    io.of(Dynamic::mayShop).onConnection(socket -> socket.emit("ready", socket.namespace().name()));

    SocketNamespace control = io.of("/dynamic");
    control.onConnection(
        socket -> {
          socket.on("children", (args, ack) -> ack.send(names(numbered)));
          socket.on("created", (args, ack) -> ack.send(List.copyOf(created)));
        });
  }

  /** Takes its time, as a look into a database would. */
  private static CompletionStage<Boolean> mayShop(String name, Handshake handshake) {
    Map<?, ?> auth = handshake.auth(Map.class);
    boolean may = name.startsWith("/shop/") && auth != null && "ok".equals(auth.get("token"));
    if (name.endsWith("/fail")) {
      throw new IllegalStateException("as asked");
    }
    return Later.complete(may);
  }

  private static List<String> names(ParentNamespace parent) {
    return parent.children().stream().map(SocketNamespace::name).sorted().toList();
  }
}
