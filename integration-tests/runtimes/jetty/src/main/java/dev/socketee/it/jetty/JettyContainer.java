package dev.socketee.it.jetty;

import dev.socketee.it.console.Console;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.Libraries;
import dev.socketee.it.console.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee.webapp.WebAppClassLoader;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.security.HashLoginService;
import org.eclipse.jetty.security.LoginService;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.security.Credential;

/** Jetty, with the Servlet API of Jakarta EE 10. */
public final class JettyContainer implements Container {

  private final Server server = new Server();
  private final ContextHandlerCollection contexts = new ContextHandlerCollection(true);
  private final Map<String, Deployed> applications = new HashMap<>();
  private final Path folder;
  private final Path libraries;

  private record Deployed(WebAppContext context, WebAppClassLoader loader, Libraries libraries) {}

  private JettyContainer(int port, Path folder, Path libraries) throws Exception {
    this.folder = folder;
    this.libraries = libraries;
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(contexts);
    server.start();
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
    Console.main(() -> new JettyContainer(port, folder, libraries));
  }

  private static LoginService users() {
    UserStore store = new UserStore();
    for (User user : User.ALL) {
      String[] roles = user.roles().toArray(String[]::new);
      store.addUser(user.name(), Credential.getCredential(user.password()), roles);
    }
    HashLoginService service = new HashLoginService("users");
    service.setUserStore(store);
    return service;
  }

  @Override
  public void deploy(String application, Path war) throws Exception {
    WebAppContext context = new WebAppContext();
    context.setContextPath(Container.contextRoot(application));
    context.setWar(war.toString());
    context.setTempDirectory(Files.createDirectories(folder.resolve(application)).toFile());
    context.setThrowUnavailableOnStartupException(true);
    context.getSecurityHandler().setLoginService(users());
    Libraries parent = Libraries.of(libraries, JettyContainer.class.getClassLoader());
    WebAppClassLoader loader = new WebAppClassLoader(parent, context);
    context.setClassLoader(loader);
    contexts.addHandler(context);
    applications.put(application, new Deployed(context, loader, parent));
    try {
      context.start();
    } catch (Exception e) {
      undeploy(application);
      throw e;
    }
  }

  @Override
  public void undeploy(String application) throws Exception {
    Deployed deployed = applications.remove(application);
    if (deployed == null) {
      throw new IllegalStateException("there is none");
    }
    WebAppContext context = deployed.context();
    context.stop();
    contexts.removeHandler(context);
    context.destroy();
    deployed.loader().close();
    deployed.libraries().close();
  }

  /** The applications first: the server would close their connections before it tells them. */
  @Override
  public void stop() throws Exception {
    for (String application : List.copyOf(applications.keySet())) {
      undeploy(application);
    }
    server.stop();
    server.destroy();
  }
}
