package dev.socketee.jakarta;

import dev.socketee.SocketIO;
import dev.socketee.engine.EngineOptions;
import dev.socketee.engine.EngineServer;
import dev.socketee.engine.SessionAcceptor;
import dev.socketee.engine.TransportName;
import dev.socketee.jakarta.ServerConfigurations.Configured;
import dev.socketee.jakarta.client.ClientBundle;
import dev.socketee.jakarta.config.ConfigSource;
import dev.socketee.jakarta.config.ConfigSources;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.jakarta.json.JsonbValueCodec;
import dev.socketee.jakarta.session.HttpSessions;
import dev.socketee.jakarta.session.SessionTies;
import dev.socketee.jakarta.websocket.WebSocketUpgrades;
import dev.socketee.server.ServerRuntime;
import dev.socketee.server.SocketIOServer;
import dev.socketee.spi.AdapterFactory;
import dev.socketee.spi.RequestHooks;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one web application in it: the one by configuration, and those that it builds.
 * Paths are reserved as soon as possible, because servlets can be added only while the application
 * starts; the servers start in {@code contextInitialized}, because only there do all containers
 * have CDI, JNDI and the WebSocket container ready. What is built later starts at once.
 */
final class WebApplication implements ServletContextListener, ServerHost {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta");

  private final ServletContext context;
  private final HttpSessions httpSessions = new HttpSessions();
  private final Slots slots = new Slots(httpSessions::applicationEnds);
  private final List<ServerSource> given;
  private final ServerConfigurations configurations;
  private final Runnable lastOfConfiguration;

  /** What the threads are configured by: the first server of the name that every one has. */
  private volatile @Nullable SocketIOConfig byDefault;

  /** Whether paths had to be known before the application's classes were. */
  private volatile boolean early;

  /** Whether listeners that build servers may come after this one. */
  private boolean toldFirst;

  private volatile @Nullable ApplicationServers servers;
  private volatile @Nullable Facilities facilities;
  private volatile boolean stopped;

  WebApplication(ServletContext context, List<ConfigSource> sources) {
    this.context = context;
    this.given = Applications.sources(context.getClassLoader());
    this.configurations = new ServerConfigurations(sources, given);
    this.lastOfConfiguration = ConfigSources.lastStep(context.getClassLoader());
  }

  /** To be called while servlets can be added. */
  void register() {
    context.addListener(this);
    toldFirst = ListenerOrder.defer(context, () -> orEnd(this::check));
    context.addListener(httpSessions);
    Applications.add(context.getClassLoader(), this);
    orEnd(() -> given().ifPresentOrElse(this::adopt, this::openEarly));
  }

  /** There is no CDI, or not yet. */
  private void openEarly() {
    slots.open(context, configurations.early().config().path());
    early = true;
  }

  /** The servers of this application; those of a source, if that has any by now. */
  ApplicationServers servers() {
    ApplicationServers known = servers;
    return known != null ? known : adopt(given().orElseGet(ApplicationServers::new));
  }

  private Optional<ApplicationServers> given() {
    return given.stream().flatMap(source -> source.servers().stream()).findFirst();
  }

  private ApplicationServers adopt(ApplicationServers adopted) {
    adopted.belongTo(this, context.getContextPath());
    servers = adopted;
    configurations.open();
    adopted.build(ServerDefinition.named(SocketIO.DEFAULT_NAME));
    adopted.attach(this);
    given.stream()
        .flatMap(source -> source.defined().stream())
        .forEach(name -> adopted.build(ServerDefinition.named(name)));
    given.forEach(ServerSource::build);
    return adopted;
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    orEnd(this::start);
  }

  /** A container need not tell of the end of an application that it could not start. */
  private void orEnd(Runnable step) {
    boolean done = false;
    try {
      step.run();
      done = true;
    } finally {
      if (!done) { // because of an error, too, such as a class that is missing
        end();
      }
    }
  }

  private void start() {
    ApplicationServers all = servers();
    if (given().filter(other -> other != all).isPresent()) {
      throw new IllegalStateException(
          "a server was built before CDI was there: build it in a ServletContextListener, or in a"
              + " bean");
    }
    if (!toldFirst) {
      check();
    }
    List<RequestHooks> hooks = given.stream().flatMap(source -> source.hooks().stream()).toList();
    JsonbValueCodec codec =
        given.stream()
            .flatMap(source -> source.codec().stream())
            .findFirst()
            .orElseGet(JsonbValueCodec::new);
    Optional<AdapterFactory> adapter =
        given.stream().flatMap(source -> source.adapter().stream()).findFirst();
    Set<String> roles =
        given.stream()
            .flatMap(source -> source.roles().stream())
            .collect(Collectors.toUnmodifiableSet());
    Facilities opened = Facilities.open(context, byDefault(), codec, adapter, roles, hooks);
    facilities = opened;
    List<ServerMount> launched =
        all.mounts().stream().filter(mount -> launch(mount, opened)).toList();
    context.setAttribute(SocketIO.class.getName(), all.server(SocketIO.DEFAULT_NAME));
    launched.forEach(this::announce);
    UnknownNamespaces.warn(launched);
  }

  /** Looks whether all servers have been built that the application means. */
  private void check() {
    Set<String> names = servers().names();
    given.forEach(source -> source.check(names));
    configurations.requireServers(names);
  }

  @Override
  public void reserve(ServerMount mount) {
    if (stopped) {
      throw new IllegalStateException(mount + " is built too late: the application is stopping");
    }
    Configured read = configurations.read(mount);
    String path = read.configuration().config().path();
    try {
      slots.take(context, path, mount);
    } catch (IllegalStateException e) {
      throw cdiCameLate() && e.getCause() != null ? tooLate(mount, path, e) : e;
    }
    if (byDefault == null && mount.definition().name().equals(SocketIO.DEFAULT_NAME)) {
      byDefault = read.configuration().config();
    }
    mount.configured(read);
  }

  private boolean cdiCameLate() {
    return early && facilities == null && given().isPresent();
  }

  /** Where CDI comes after us, what it knows is known when nothing can be mounted any more. */
  private static IllegalStateException tooLate(
      ServerMount mount, String path, IllegalStateException cause) {
    return new IllegalStateException(
        mount
            + " cannot be at "
            + path
            + ": "
            + cause.getMessage()
            + ". This container has started CDI later than that. If a bean or an annotation says"
            + " the path, say it in web.xml (socketio.path), or build the server in a"
            + " ServletContextListener",
        cause);
  }

  private SocketIOConfig byDefault() {
    return Objects.requireNonNull(byDefault, "no server has been defined");
  }

  @Override
  public void start(ServerMount mount) {
    Facilities opened = facilities;
    if (opened != null && launch(mount, opened)) {
      announce(mount);
    }
  }

  /** Tells the application that a server is ready, unless it has been closed meanwhile. */
  private void announce(ServerMount mount) {
    if (!mount.server().isClosed()) {
      given.forEach(source -> source.ready(mount.server()));
    }
  }

  /** Answers whether it serves by now, and did not before. */
  private boolean launch(ServerMount mount, Facilities shared) {
    if (!mount.launch()) {
      return false;
    }
    SocketIOServer server = mount.server();
    SocketIOConfig config = mount.config();
    EngineOptions options =
        config.engine().withTransports(shared.transports(config.engine().transports()));
    List<RequestHooks> hooks =
        Stream.concat(shared.hooks().stream(), mount.hooks().stream()).toList();
    SessionAcceptor acceptor =
        new SessionTies(httpSessions, config.httpSession(), shared.timer(), server);
    EngineServer engine =
        new EngineServer(options, new HooksAdapter(hooks, server), shared.timer(), acceptor);
    ServerRuntime runtime =
        new ServerRuntime(
            shared.codec(),
            shared.timer(),
            shared.threads()::executorOf,
            shared.threads(),
            shared.transactions());
    if (!server.startUnlessClosed(
        shared.adapter().map(config.server()::orAdapter).orElse(config.server()), runtime)) {
      return false;
    }
    mount.running(engine);
    Optional<WebSocketUpgrades> webSockets =
        shared.webSockets().map(endpoint -> endpoint.deflating(config.deflate()));
    Optional<ClientBundle> client =
        config.serveClient() ? Optional.of(shared.client()) : Optional.empty();
    boolean serves =
        slots.start(
            mount,
            slot -> slot.start(engine, shared.threads(), shared.roles(), webSockets, client));
    if (!serves || server.isClosed()) {
      mount.close(); // by another thread, which has not seen the engine
      return false;
    }
    LOG.log(
        Level.INFO,
        "Socket.IO at {0}{1}/ by {2}, namespaces {3}, adapter {4}, handlers on {5}, {6}",
        context.getContextPath(),
        config.path(),
        options.transports().stream().map(TransportName::text).sorted().toList(),
        names(server),
        server.adapter(),
        shared.threads(),
        mount.effective());
    return true;
  }

  private static List<String> names(SocketIOServer server) {
    return server.namespaces().stream().map(namespace -> namespace.name()).sorted().toList();
  }

  @Override
  public void release(ServerMount mount) {
    slots.release(mount);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    end();
  }

  private void end() {
    stopped = true;
    LastStep.take(
        "take back the attribute", () -> context.removeAttribute(SocketIO.class.getName()));
    Applications.remove(context.getClassLoader(), this);
    ApplicationServers all = servers;
    if (all != null) {
      // The sockets first, with a reason of their own; then what carries them; then the threads.
      all.mounts().forEach(mount -> LastStep.take("close " + mount, () -> mount.server().close()));
    }
    Facilities closing = facilities;
    facilities = null;
    if (closing != null) {
      closing.close();
    }
    LastStep.take("leave the HTTP sessions", httpSessions::close);
    LastStep.take("let go of the configuration", lastOfConfiguration);
  }
}
