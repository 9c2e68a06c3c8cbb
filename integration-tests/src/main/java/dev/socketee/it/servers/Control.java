package dev.socketee.it.servers;

import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a test asks for beside the servers that it tests: at the server by configuration. */
@Namespace("/servers")
public class Control {

  private static final Map<String, List<String>> ERRORS = new ConcurrentHashMap<>();
  private static final Map<String, List<String>> ENDS = new ConcurrentHashMap<>();

  @Inject
  @Namespace(server = "server-2")
  SocketIO second;

  @Inject
  @Namespace(server = "server-3")
  SocketIO third;

  static List<String> errors(String server) {
    return ERRORS.computeIfAbsent(server, absent -> new CopyOnWriteArrayList<>());
  }

  /** Ids of sockets, each with the reason of its end. */
  static List<String> ends(String server) {
    return ENDS.computeIfAbsent(server, absent -> new CopyOnWriteArrayList<>());
  }

  @OnEvent("errors")
  List<String> takeErrors(String server) {
    List<String> taken = List.copyOf(errors(server));
    errors(server).clear();
    return taken;
  }

  @OnEvent("ends")
  List<String> endsOf(String server) {
    return ends(server);
  }

  /** Closes a server, and builds another one in its place. */
  @OnEvent("replace second")
  void replace(int generation) {
    second.close();
    Dozen.build("server-2", generation);
  }

  /** The connections of the second server, whichever it is now. */
  @OnEvent("second")
  int connections() {
    return second.statistics().sessions();
  }

  /** Answers when it is drained, and built again. */
  @OnEvent("drain third")
  CompletionStage<Integer> drain(long milliseconds, int generation) {
    return third
        .drain(Duration.ofMillis(milliseconds))
        .thenApply(
            drained -> {
              Dozen.build("server-3", generation);
              return generation;
            });
  }
}
