package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.engine.EngineHooks;
import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.TransportName;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.config.ConfigReader;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.jakarta.threads.HandlerThreads;
import dev.socketee.jakarta.threads.ScheduledTimer;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import dev.socketee.server.ServerRuntime;
import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.RequestHooks;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The server of one web application, put together when the application starts and taken apart when
 * it ends. Starts in {@code contextInitialized}: only there do all containers have CDI, JNDI and
 * the WebSocket container ready.
 */
final class WebApplication implements ServletContextListener {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta");

  private final SocketIOConfig config;
  private final String effective;
  private final EngineMount mount;
  private @Nullable Running running;

  private record Running(
      SocketIOServer server,
      EngineServer engine,
      HandlerThreads threads,
      ScheduledTimer timer,
      JsonbValueCodec codec) {}

  WebApplication(ConfigReader configuration) {
    this.config = configuration.config();
    this.effective = configuration.effective();
    this.mount = new EngineMount(config.path());
  }

  void register(ServletContext context) {
    mount.register(context);
    context.addListener(this);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    List<ServerSource> sources =
        ServiceLoader.load(ServerSource.class, context.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    SocketIOServer server =
        sources.stream()
            .flatMap(source -> source.server().stream())
            .findFirst()
            .orElseGet(SocketIOServer::new);
    List<RequestHooks> hooks = sources.stream().flatMap(source -> source.hooks().stream()).toList();
    start(context, server, hooks.isEmpty() ? EngineHooks.NONE : new HooksAdapter(hooks));
  }

  private void start(ServletContext context, SocketIOServer server, EngineHooks hooks) {
    Optional<WebSocketUpgrades> webSockets =
        config.engine().transports().contains(TransportName.WEBSOCKET)
            ? mount.webSockets(context, config.engine().maxPayload())
            : Optional.empty();
    EngineOptions options = config.engine().withTransports(transports(webSockets.isPresent()));
    HandlerThreads threads = HandlerThreads.open(config, context.getClassLoader());
    ScheduledTimer timer = ScheduledTimer.open(context.getClassLoader());
    JsonbValueCodec codec = new JsonbValueCodec();
    EngineServer engine = new EngineServer(options, hooks, timer, server);
    running = new Running(server, engine, threads, timer, codec);
    server.start(config.server(), new ServerRuntime(codec, timer, threads::executorOf, threads));
    context.setAttribute(SocketIO.class.getName(), server);
    mount.start(
        engine,
        threads,
        webSockets,
        config.serveClient() ? Optional.of(ClientBundle.open()) : Optional.empty());
    LOG.log(
        Level.INFO,
        "Socket.IO at {0}{1}/ by {2}, namespaces {3}, handlers on {4}, {5}",
        context.getContextPath(),
        config.path(),
        options.transports().stream().map(TransportName::text).sorted().toList(),
        server.namespaces().stream().map(namespace -> namespace.name()).sorted().toList(),
        threads,
        effective);
  }

  private Set<TransportName> transports(boolean webSockets) {
    Set<TransportName> transports = EnumSet.copyOf(config.engine().transports());
    if (transports.contains(TransportName.WEBSOCKET) && !webSockets) {
      LOG.log(
          Level.WARNING,
          "This server has no Jakarta WebSocket container for the application: Socket.IO works by"
              + " long-polling only. Enable the server's WebSocket feature for more.");
      transports.remove(TransportName.WEBSOCKET);
    }
    return transports;
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    mount.stop();
    event.getServletContext().removeAttribute(SocketIO.class.getName());
    Running ending = running;
    running = null;
    if (ending != null) {
      // The sockets first, with a reason of their own; then what carries them; then the threads, on
      // which the applications's listeners are just being told.
      ending.server().close();
      ending.engine().close();
      ending.threads().close();
      ending.timer().close();
      ending.codec().close();
    }
  }
}
