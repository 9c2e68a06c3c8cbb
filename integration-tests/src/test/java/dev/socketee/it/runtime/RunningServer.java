package dev.socketee.it.runtime;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A server that has been started. Used by one thread. */
public interface RunningServer extends AutoCloseable {

  /**
   * Where an application is.
   *
   * @param application the name that it was deployed by
   * @return the address with a slash at the end; that of {@code ROOT} has no path but that
   */
  URI uri(String application);

  /**
   * Deploys an application, and waits until it is there.
   *
   * @param application its name, which is its context path, too; {@code ROOT} is at {@code /}
   * @param war the file
   * @throws IOException if the server refuses it; the message has the end of the log
   */
  void deploy(String application, Path war) throws IOException;

  /**
   * Undeploys an application, and waits until it is gone.
   *
   * @param application its name
   * @throws IOException if the server cannot
   */
  void undeploy(String application) throws IOException;

  /** Where the server writes its log. */
  Path log();

  /**
   * Asks the server to end, as its operator would, and waits until its process has ended.
   *
   * @throws IOException if it does not end in time; it has been killed then
   */
  void stop() throws IOException;

  /** Stops the server if nobody has done so, and if need be by force. */
  @Override
  void close();
}
