package dev.socketee.sample;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says in the log where to look. */
@WebListener
public class Greeting implements ServletContextListener {

  private static final Logger LOG = System.getLogger(Greeting.class.getPackageName());

  /** An application is not told its port: these are the properties that WildFly takes it from. */
  @Override
  public void contextInitialized(ServletContextEvent event) {
    int port =
        Integer.getInteger("jboss.http.port", 8080)
            + Integer.getInteger("jboss.socket.binding.port-offset", 0);
    String path = event.getServletContext().getContextPath();
    LOG.log(Level.INFO, "The chat is at http://localhost:" + port + path + "/");
  }
}
