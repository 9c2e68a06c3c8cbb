package dev.socketee.it.tomcat;

import dev.socketee.it.console.Console;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.Libraries;
import dev.socketee.it.console.Trees;
import dev.socketee.it.console.User;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;

/** Tomcat, of whatever version is on the class path. */
public final class TomcatContainer implements Container {

  private final Tomcat tomcat = new Tomcat();
  private final Host host;
  private final Path applications;
  private final Path libraries;

  private TomcatContainer(int port, Path folder, Path libraries) throws Exception {
    this.libraries = libraries;
    applications = Files.createDirectories(folder.resolve("webapps"));
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(port);
    host = tomcat.getHost();
    if (!tomcat.getConnector().setProperty("address", "127.0.0.1")) {
      throw new IllegalStateException("no such property: address");
    }
    for (User user : User.ALL) {
      tomcat.addUser(user.name(), user.password());
      user.roles().forEach(role -> tomcat.addRole(user.name(), role));
    }
    tomcat.start();
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
    Console.main(() -> new TomcatContainer(port, folder, libraries));
  }

  @Override
  public void deploy(String application, Path war) throws Exception {
    StandardContext context = new StandardContext();
    context.setPath(Container.contextPath(application));
    context.setName(Container.contextPath(application));
    context.setDocBase(war.toString());
    context.setParentClassLoader(Libraries.of(libraries, TomcatContainer.class.getClassLoader()));
    context.addLifecycleListener(new Defaults(tomcat.noDefaultWebXmlPath()));
    host.addChild(context);
    if (!context.getState().isAvailable()) {
      undeploy(application);
      throw new IllegalStateException("it has not started, see above");
    }
  }

  @Override
  public void undeploy(String application) throws Exception {
    Context context = (Context) host.findChild(Container.contextPath(application));
    if (context == null) {
      throw new IllegalStateException("there is none");
    }
    host.removeChild(context);
    ((Libraries) context.getParentClassLoader()).close();
    Trees.delete(applications.resolve(application));
  }

  @Override
  public void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
