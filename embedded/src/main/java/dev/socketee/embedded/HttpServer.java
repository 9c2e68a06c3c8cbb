package dev.socketee.embedded;

import dev.socketee.SocketIO;
import dev.socketee.jakarta.SocketIOInitializer;
import dev.socketee.jakarta.config.ConfigSources;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.server.handlers.resource.ClassPathResourceManager;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.servlet.api.ServletContainerInitializerInfo;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import io.undertow.websockets.extensions.PerMessageDeflateHandshake;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** HTTP and WebSocket, by Undertow: one listener with one application. */
final class HttpServer {

  private static final Logger LOG = System.getLogger("dev.socketee.embedded");

  /** Undertow's own choice for machines with memory; a response of ours fits one. */
  private static final int BUFFER_BYTES = 16 * 1024;

  /** How long answers that are on their way when the application has stopped may take. */
  private static final long GRACE_MILLIS = 5_000;

  /** How long a client may take nothing of its answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
  private final XnioWorker worker;
  private final DeploymentManager deployment;
  private final PathHandler root = Handlers.path();
  private final GracefulShutdownHandler requests =
      Handlers.gracefulShutdown(new StalledAnswers(root, PATIENCE));
  private @Nullable Undertow listener;

  HttpServer(Settings settings, ServerLoader loader) {
    this.settings = settings;
    this.worker = worker();
    this.deployment =
        ServletContainer.Factory.newInstance().addDeployment(describe(settings, loader));
  }

  /** The numbers are Undertow's defaults. Not daemons: they keep the process alive. */
  private static XnioWorker worker() {
    int io = Math.max(Runtime.getRuntime().availableProcessors(), 2);
    OptionMap options =
        OptionMap.builder()
            .set(Options.WORKER_NAME, "socketee-http")
            .set(Options.WORKER_IO_THREADS, io)
            .set(Options.WORKER_TASK_CORE_THREADS, io * 8)
            .set(Options.WORKER_TASK_MAX_THREADS, io * 8)
            .set(Options.TCP_NODELAY, true)
            .getMap();
    try {
      return Xnio.getInstance(HttpServer.class.getClassLoader()).createWorker(options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DeploymentInfo describe(Settings wanted, ServerLoader loader) {
    WebSocketDeploymentInfo webSockets =
        new WebSocketDeploymentInfo()
            .setWorker(worker)
            .setBuffers(buffers)
            .setDispatchToWorkerThread(
                true) // else listeners are called by threads that must not block
            .addExtension(new PerMessageDeflateHandshake(false, Deflater.DEFAULT_COMPRESSION));
    SocketIOInitializer initializer =
        new SocketIOInitializer(context -> ConfigSources.embedded(loader, wanted.options()));
    return Servlets.deployment()
        .setClassLoader(loader)
        .setDeploymentName("socketee-embedded")
        .setContextPath(wanted.contextPath().isEmpty() ? "/" : wanted.contextPath())
        .setResourceManager(new ClassPathResourceManager(loader, "META-INF/resources"))
        .addWelcomePage("index.html")
        .addServletContextAttribute(WebSocketDeploymentInfo.ATTRIBUTE_NAME, webSockets)
        .addServletContainerInitializer(
            new ServletContainerInitializerInfo(
                SocketIOInitializer.class, new ImmediateInstanceFactory<>(initializer), Set.of()));
  }

  /** Starts the application, which nobody can reach yet. */
  void deploy() {
    deployment.deploy();
    try {
      root.addPrefixPath(
          settings.contextPath().isEmpty() ? "/" : settings.contextPath(), deployment.start());
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server by configuration; there once the application has started. */
  @Nullable SocketIO socketIO() {
    Object server =
        deployment.getDeployment().getServletContext().getAttribute(SocketIO.class.getName());
    return server instanceof SocketIO io ? io : null;
  }

  /**
   * Opens the port, at which requests get status 503 until {@link #open}.
   *
   * @return where clients on this machine find the application
   */
  URI listen() {
    Undertow server =
        Undertow.builder()
            .setWorker(worker)
            .setByteBufferPool(buffers)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L) // the engine has its own limit
            .addHttpListener(settings.port(), settings.host())
            .setHandler(settings.behindProxy() ? new ProxyHandler(requests) : requests)
            .build();
    listener = server;
    requests.shutdown();
    server.start();
    return uri((InetSocketAddress) server.getListenerInfo().get(0).getAddress());
  }

  /** Lets the application have the requests. */
  void open() {
    requests.start();
  }

  private URI uri(InetSocketAddress address) {
    String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : settings.host();
    try {
      return new URI(
          "http", null, host, address.getPort(), settings.contextPath() + "/", null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no host of a URI: " + host, e);
    }
  }

  /** Ends the application, and with it its clients, while they can still be told. */
  void undeploy() {
    requests.shutdown(); // from here on, requests get status 503
    try {
      deployment.stop();
      deployment.undeploy();
    } catch (ServletException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes the port, and ends the threads. */
  void close() {
    try {
      requests.shutdown();
      if (!requests.awaitShutdown(GRACE_MILLIS)) {
        LOG.log(Level.WARNING, "Requests have not been answered: their connections are closed");
      }
      if (listener != null) {
        listener.stop();
      }
      worker.shutdown();
      if (!worker.awaitTermination(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      buffers.close();
    }
  }
}
