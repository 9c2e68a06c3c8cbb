package dev.socketee.it.console;

import java.nio.file.Path;

/** A server in this process, as the console sees it. Used by one thread. */
public interface Container {

  /** Starts a server. */
  interface Factory {

    /** Starts it, without an application, and returns when it listens. */
    Container start() throws Exception;
  }

  /**
   * Deploys an application, and returns when it is there.
   *
   * @param application its name; see {@link #contextPath}
   * @param war the file
   * @throws Exception if the application does not start; nothing of it is left then
   */
  void deploy(String application, Path war) throws Exception;

  /** Undeploys an application, and returns when it is gone. */
  void undeploy(String application) throws Exception;

  /** Stops the server, with the applications that are there, as when its process is to end. */
  void stop() throws Exception;

  /** The context path of an application: its name, or none for {@code ROOT}. */
  static String contextPath(String application) {
    return application.equals("ROOT") ? "" : "/" + application;
  }

  /** The same for those to whom the context path of {@code ROOT} is a slash. */
  static String contextRoot(String application) {
    return application.equals("ROOT") ? "/" : contextPath(application);
  }
}
