package dev.socketee.jakarta;

import dev.socketee.engine.TransportName;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.jakarta.security.RoleNames;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.threads.ScheduledTimer;
import dev.socketee.jakarta.transactions.ContainerTransactions;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import dev.socketee.server.Transactions;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** What all servers of an application share, from its start to its end. */
final class Facilities implements AutoCloseable {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta");

  private final HandlerThreads threads;
  private final RoleNames roles;
  private final ScheduledTimer timer;
  private final JsonbValueCodec codec;
  private final Optional<WebSocketUpgrades> webSockets;
  private final Optional<AdapterFactory> adapter;
  private final List<RequestHooks> hooks;
  private final ClientBundle client = ClientBundle.open();
  private final Transactions transactions = ContainerTransactions.find();
  private final AtomicBoolean warned = new AtomicBoolean();

  private Facilities(
      ServletContext context,
      SocketIOConfig config,
      JsonbValueCodec codec,
      Optional<AdapterFactory> adapter,
      Set<String> roles,
      List<RequestHooks> hooks) {
    this.codec = codec;
    this.adapter = adapter;
    this.hooks = List.copyOf(hooks);
    this.roles = RoleNames.of(context, roles);
    // What has to be closed comes behind what can fail.
    this.webSockets = WebSocketUpgrades.of(context);
    this.threads = HandlerThreads.open(config, context.getClassLoader());
    this.timer = ScheduledTimer.open(context.getClassLoader());
  }

  /**
   * Opens them: in {@code contextInitialized}. If that fails, nothing stays open.
   *
   * @param config of the server by configuration: the threads are its
   * @param codec converts the values of all servers, and is closed with this
   * @param adapter for servers that have none of their own
   * @param roles that the classes of the application name
   * @param hooks for the requests of all servers
   */
  static Facilities open(
      ServletContext context,
      SocketIOConfig config,
      JsonbValueCodec codec,
      Optional<AdapterFactory> adapter,
      Set<String> roles,
      List<RequestHooks> hooks) {
    boolean opened = false;
    try {
      Facilities facilities = new Facilities(context, config, codec, adapter, roles, hooks);
      opened = true;
      return facilities;
    } finally {
      if (!opened) {
        codec.close();
      }
    }
  }

  HandlerThreads threads() {
    return threads;
  }

  RoleNames roles() {
    return roles;
  }

  ScheduledTimer timer() {
    return timer;
  }

  JsonbValueCodec codec() {
    return codec;
  }

  Optional<WebSocketUpgrades> webSockets() {
    return webSockets;
  }

  Optional<AdapterFactory> adapter() {
    return adapter;
  }

  List<RequestHooks> hooks() {
    return hooks;
  }

  Transactions transactions() {
    return transactions;
  }

  ClientBundle client() {
    return client;
  }

  /** Those of the configured transports that this container can have. */
  Set<TransportName> transports(Set<TransportName> configured) {
    Set<TransportName> transports = EnumSet.copyOf(configured);
    if (webSockets.isEmpty()
        && transports.remove(TransportName.WEBSOCKET)
        && warned.compareAndSet(false, true)) {
      LOG.log(
          Level.WARNING,
          "This server has no Jakarta WebSocket container for the application: Socket.IO works by"
              + " long-polling only. Enable the server's WebSocket feature for more.");
    }
    return transports;
  }

  /** After the servers have been closed: on the threads, listeners are just being told of it. */
  @Override
  public void close() {
    LastStep.take(
        "close the WebSockets", () -> webSockets.ifPresent(WebSocketUpgrades::awaitClosed));
    LastStep.take("end the threads", threads::close);
    LastStep.take("end the timer", timer::close);
    LastStep.take("close JSON-B", codec::close);
  }
}
