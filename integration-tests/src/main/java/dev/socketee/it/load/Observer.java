package dev.socketee.it.load;

import dev.socketee.Limit;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** What an administrator asks while others make the load. */
@Namespace("/load")
public class Observer {

  private static final int MEGABYTE = 1_000_000;

  @Inject
  @Namespace(server = LoadServers.CALM)
  SocketIO calm;

  @Inject
  @Namespace(server = LoadServers.STRICT)
  SocketIO strict;

  @Inject
  @Namespace(server = LoadServers.RECOVERING)
  SocketIO recovering;

  private SocketIO server(String name) {
    SocketIO server =
        Map.of(
                LoadServers.CALM, calm,
                LoadServers.STRICT, strict,
                LoadServers.RECOVERING, recovering)
            .get(name);
    if (server == null) {
      throw new IllegalArgumentException(name);
    }
    return server;
  }

  @OnEvent("sessions")
  int sessions(String server) {
    return server(server).statistics().sessions();
  }

  @OnEvent("sockets")
  int sockets(String server) {
    return server(server).statistics().sockets();
  }

  /** How often an outbox was full. */
  @OnEvent("overflows")
  long overflows(String server) {
    return server(server).statistics().reached(Limit.OUTBOX);
  }

  @OnEvent("threads")
  int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  /** The megabytes that are in use. */
  @OnEvent("memory")
  long memory() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
