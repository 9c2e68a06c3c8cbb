package dev.socketee.it.runtime;

import dev.socketee.it.console.Container;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.as.controller.client.ModelControllerClient;
import org.wildfly.core.launcher.StandaloneCommandBuilder;
import org.wildfly.plugin.tools.Deployment;
import org.wildfly.plugin.tools.DeploymentManager;
import org.wildfly.plugin.tools.DeploymentResult;
import org.wildfly.plugin.tools.UndeployDescription;
import org.wildfly.plugin.tools.server.ServerManager;

/**
 * WildFly: the parts of it that the sample uses, as the build provisions them, or all of it. It is
 * told what to do by its management interface.
 */
public final class WildFlyServer implements Server {

  private static final Duration START = Duration.ofMinutes(3);
  private static final String LOOPBACK = "127.0.0.1";

  /** What {@code per-message-deflate}, the option, needs of the server: see docs/deployment.md. */
  private static final String DEFLATE =
      "<websockets per-message-deflate=\"true\" deflater-level=\"6\"/>";

  private final String id;
  private final String title;
  private final Path home;

  private WildFlyServer(String id, String edition, Path home) {
    this.id = id;
    this.title = "WildFly " + System.getProperty("server.version.wildfly", "") + edition;
    this.home = home.toAbsolutePath();
  }

  /** With those layers only that the tests need, see {@code integration-tests/pom.xml}. */
  public static WildFlyServer slim() {
    String home = System.getProperty("server.home", "target/server");
    return new WildFlyServer("wildfly-slim", ", provisioned", Path.of(home));
  }

  /** The distribution. */
  public static WildFlyServer full() {
    String home = "wildfly-" + System.getProperty("server.version.wildfly", "");
    return new WildFlyServer("wildfly", "", Path.of("target/servers/wildfly", home));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public RunningServer start() throws IOException {
    Path base = Folders.empty(Path.of("target/servers", id + "-run").toAbsolutePath());
    Folders.copy(home.resolve("standalone/configuration"), base.resolve("configuration"));
    Folders.copy(Path.of("src/test/wildfly"), base.resolve("configuration"));
    Path configuration = base.resolve("configuration/standalone.xml");
    Files.writeString(
        configuration, Files.readString(configuration).replace("<websockets/>", DEFLATE));
    List<Integer> ports = Ports.free(3);
    ProcessBuilder command = new ProcessBuilder(command(base, ports));
    ServerProcess process = ServerProcess.start(command, base.resolve("console.log"));
    ModelControllerClient client = ModelControllerClient.Factory.create(LOOPBACK, ports.get(2));
    var running = new Running(process, client, ports.get(0), base.resolve("log/server.log"));
    try {
      process.await("WildFly runs", START, () -> ServerManager.isRunning(client));
    } catch (IOException e) {
      running.close();
      throw e;
    }
    return running;
  }

  private List<String> command(Path base, List<Integer> ports) {
    return StandaloneCommandBuilder.of(home)
        .setBaseDirectory(base)
        .addJavaOption("-Xmx512m")
        .addServerArguments(
            "-b=" + LOOPBACK,
            "-bmanagement=" + LOOPBACK,
            "-Djboss.http.port=" + ports.get(0),
            "-Djboss.https.port=" + ports.get(1),
            "-Djboss.management.http.port=" + ports.get(2),
            // the tests log in so often that it looks like somebody who guesses
            "-Dwildfly.elytron.realm.ApplicationRealm.brute-force.enabled=false")
        .build();
  }

  private record Running(ServerProcess process, ModelControllerClient client, int port, Path log)
      implements RunningServer {

    @Override
    public URI uri(String application) {
      String path = Container.contextPath(application);
      return URI.create("http://" + LOOPBACK + ":" + port + path + "/");
    }

    @Override
    public void deploy(String application, Path war) throws IOException {
      try (Deployment deployment = Deployment.of(war).setName(application + ".war")) {
        check(DeploymentManager.create(client).deploy(deployment));
      }
    }

    @Override
    public void undeploy(String application) throws IOException {
      UndeployDescription deployment = UndeployDescription.of(application + ".war");
      check(DeploymentManager.create(client).undeploy(deployment.setFailOnMissing(true)));
    }

    @Override
    public void stop() throws IOException {
      client.close();
      process.stop();
    }

    @Override
    public void close() {
      try {
        client.close();
      } catch (IOException e) {
        System.Logger logger = System.getLogger(WildFlyServer.class.getName());
        logger.log(System.Logger.Level.DEBUG, "The management of WildFly is gone", e);
      } finally {
        process.close();
      }
    }

    private void check(DeploymentResult result) throws IOException {
      if (!result.successful()) {
        throw new IOException(result.getFailureMessage() + "\n" + process.tail());
      }
    }
  }
}
