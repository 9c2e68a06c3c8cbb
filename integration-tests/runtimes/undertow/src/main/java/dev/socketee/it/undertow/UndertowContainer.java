package dev.socketee.it.undertow;

import dev.socketee.it.console.Console;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.Libraries;
import dev.socketee.it.console.Trees;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.handlers.PathHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ServletContainer;
import io.undertow.websockets.extensions.PerMessageDeflateHandshake;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/**
 * Undertow without anything around it: what it has no notion of, a WAR, is unpacked and read here.
 */
public final class UndertowContainer implements Container {

  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int TASK_THREADS = 16;

  /** How long answers that are on their way when the applications have stopped may take. */
  private static final long GRACE_MILLIS = 5_000;

  private final ServletContainer servlets = Servlets.newContainer();
  private final PathHandler paths = Handlers.path();
  private final GracefulShutdownHandler requests = Handlers.gracefulShutdown(paths);
  private final ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES);
  private final Map<String, Deployed> applications = new HashMap<>();
  private final Path folder;
  private final Path libraries;
  private final XnioWorker worker;
  private final Undertow undertow;

  private record Deployed(
      DeploymentInfo description,
      DeploymentManager manager,
      Libraries libraries,
      WarLoader loader,
      Path files) {}

  private UndertowContainer(int port, Path folder, Path libraries) throws Exception {
    this.folder = folder;
    this.libraries = libraries;
    this.worker =
        Xnio.getInstance()
            .createWorker(
                OptionMap.builder()
                    .set(Options.WORKER_IO_THREADS, 2)
                    .set(Options.WORKER_TASK_CORE_THREADS, TASK_THREADS)
                    .set(Options.WORKER_TASK_MAX_THREADS, TASK_THREADS)
                    .set(Options.TCP_NODELAY, true)
                    .getMap());
    this.undertow =
        Undertow.builder()
            .setWorker(worker)
            .setByteBufferPool(buffers)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L) // there is a limit of the engine
            .addHttpListener(port, "127.0.0.1")
            .setHandler(requests)
            .build();
    undertow.start();
  }

  /**
   * Starts the server.
   *
   * @param arguments the port, a folder for its files, and the one with the {@link Libraries}
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path libraries = Path.of(arguments[2]);
    Console.main(() -> new UndertowContainer(port, folder, libraries));
  }

  @Override
  public void deploy(String application, Path war) throws Exception {
    Path files = folder.resolve(application);
    Trees.delete(files);
    Trees.unpack(war, files);
    Libraries parent = Libraries.of(libraries, UndertowContainer.class.getClassLoader());
    WarLoader loader = WarLoader.of(files, parent);
    DeploymentInfo description =
        new WarDescription(files, loader, webSockets())
            .read()
            .setDeploymentName(application)
            .setContextPath(Container.contextRoot(application));
    DeploymentManager manager = servlets.addDeployment(description);
    applications.put(application, new Deployed(description, manager, parent, loader, files));
    try {
      manager.deploy();
      paths.addPrefixPath(Container.contextRoot(application), manager.start());
    } catch (Exception | LinkageError e) {
      undeploy(application);
      throw e;
    }
  }

  private WebSocketDeploymentInfo webSockets() {
    return new WebSocketDeploymentInfo()
        .setWorker(worker)
        .setBuffers(buffers)
        // else listeners are called by threads that must not block
        .setDispatchToWorkerThread(true)
        .addExtension(new PerMessageDeflateHandshake(false, Deflater.DEFAULT_COMPRESSION));
  }

  @Override
  public void undeploy(String application) throws Exception {
    Deployed deployed = applications.remove(application);
    if (deployed == null) {
      throw new IllegalStateException("there is none");
    }
    paths.removePrefixPath(Container.contextRoot(application));
    DeploymentManager manager = deployed.manager();
    if (manager.getState() == DeploymentManager.State.STARTED) {
      manager.stop();
    }
    manager.undeploy();
    servlets.removeDeployment(deployed.description());
    // else the thread that watches its files holds on to the application for ever
    deployed.description().getResourceManager().close();
    deployed.loader().close();
    deployed.libraries().close();
    Trees.delete(deployed.files());
  }

  @Override
  public void stop() throws Exception {
    requests.shutdown(); // from here on, requests get status 503
    for (String application : List.copyOf(applications.keySet())) {
      undeploy(application);
    }
    requests.awaitShutdown(GRACE_MILLIS);
    undertow.stop();
    worker.shutdown();
    buffers.close();
  }
}
