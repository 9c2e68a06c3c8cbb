package dev.socketee.it.payara;

import dev.socketee.it.console.Console;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.User;
import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.ClusterCommandResult.ExitStatus;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.AdminCommandRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Payara Micro, by itself: it is no part of a cluster. */
public final class PayaraMicroContainer implements Container {

  private static final String CONFIGURATION = "configs.config.server-config.";

  private final PayaraMicroRuntime server;

  private PayaraMicroContainer(PayaraMicroRuntime server) {
    this.server = server;
  }

  /**
   * Starts the server.
   *
   * @param arguments the port, a folder for its files, and a library for all applications
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Path library = Path.of(arguments[2]);
    Console.main(() -> start(port, folder, library));
    System.exit(0); // threads of its own outlive its shutdown
  }

  /**
   * From its one jar it loads no class of another Java version than the oldest: Yasson would not
   * know of records. From unpacked jars it does.
   */
  private static Container start(int port, Path folder, Path library) throws BootstrapException {
    PayaraMicro.setUpackedJarDir(folder.resolve("runtime").toFile());
    return new PayaraMicroContainer(
        PayaraMicro.getInstance()
            .setHttpPort(port)
            .setRootDir(folder.resolve("root").toFile())
            .setNoHazelcast(true)
            .setPrintLogo(false)
            .addLibrary(library.toFile())
            .setPreBootHandler(PayaraMicroContainer::configure)
            .setPostBootHandler(commands -> addUsers(commands, folder))
            .bootStrap());
  }

  private static void configure(AdminCommandRunner commands) {
    run(
        commands,
        "set",
        CONFIGURATION
            + "network-config.network-listeners.network-listener.http-listener.address=127.0.0.1");
    run(commands, "set", CONFIGURATION + "phone-home-runtime-configuration.enabled=false");
  }

  /** The command takes a password from a file only. */
  private static void addUsers(AdminCommandRunner commands, Path folder) {
    try {
      for (User user : User.ALL) {
        Path password = folder.resolve("password-of-" + user.name());
        Files.writeString(password, "AS_ADMIN_USERPASSWORD=" + user.password());
        run(
            commands,
            "create-file-user",
            "--groups",
            String.join(":", user.roles()),
            "--passwordfile",
            password.toString(),
            user.name());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(AdminCommandRunner commands, String command, String... arguments) {
    ClusterCommandResult result = commands.run(command, arguments);
    if (result.getExitStatus() == ExitStatus.FAILURE) {
      throw new IllegalStateException(
          command + ": " + result.getOutput(), result.getFailureCause());
    }
  }

  @Override
  public void deploy(String application, Path war) {
    String path = Container.contextPath(application);
    // its answer is that it has tried
    server.deploy(application, path.isEmpty() ? "/" : path, war.toFile());
    if (!server.getDeployedApplicationNames().contains(application)) {
      throw new IllegalStateException("it has not started, see above");
    }
  }

  @Override
  public void undeploy(String application) {
    server.undeploy(application);
    if (server.getDeployedApplicationNames().contains(application)) {
      throw new IllegalStateException("it is still there, see above");
    }
  }

  @Override
  public void stop() throws BootstrapException {
    server.shutdown();
  }
}
