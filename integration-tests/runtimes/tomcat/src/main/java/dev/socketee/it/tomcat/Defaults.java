package dev.socketee.it.tomcat;

import org.apache.catalina.Context;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;

/**
 * What is true of every application: its {@code web.xml} and annotations count, and its files are
 * served. Tomcat's own choice for embedding has JSP, too, which is not on the class path.
 */
final class Defaults extends ContextConfig {

  /**
   * The defaults.
   *
   * @param noWebXml what stands for a default {@code web.xml} that is not there
   */
  Defaults(String noWebXml) {
    setDefaultWebXml(noWebXml);
  }

  @Override
  public void lifecycleEvent(LifecycleEvent event) {
    if (event.getType().equals(Lifecycle.BEFORE_START_EVENT)) {
      Context application = (Context) event.getLifecycle();
      Tomcat.addServlet(application, "default", "org.apache.catalina.servlets.DefaultServlet");
      application.addServletMappingDecoded("/", "default");
      application.addMimeMapping("html", "text/html");
      application.addMimeMapping("js", "text/javascript");
      application.addWelcomeFile("index.html");
    }
    super.lifecycleEvent(event);
  }
}
