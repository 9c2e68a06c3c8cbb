package dev.socketee.it.jetty;

import dev.socketee.it.console.Console;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.User;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<String, WebAppContext> applications = new HashMap<>();
  private final Path folder;

  private JettyContainer(int port, Path folder) throws Exception {
    this.folder = folder;
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
   * @param arguments the port, and a folder for its files
   */
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Console.main(() -> new JettyContainer(port, folder));
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
    context.setContextPath(application.equals("ROOT") ? "/" : Container.contextPath(application));
    context.setWar(war.toString());
    context.setTempDirectory(Files.createDirectories(folder.resolve(application)).toFile());
    context.setThrowUnavailableOnStartupException(true);
    context.getSecurityHandler().setLoginService(users());
    contexts.addHandler(context);
    applications.put(application, context);
    try {
      context.start();
    } catch (Exception e) {
      undeploy(application);
      throw e;
    }
  }

  @Override
  public void undeploy(String application) throws Exception {
    WebAppContext context = applications.remove(application);
    if (context == null) {
      throw new IllegalStateException("there is none");
    }
    context.stop();
    contexts.removeHandler(context);
    context.destroy();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
    server.destroy();
  }
}
