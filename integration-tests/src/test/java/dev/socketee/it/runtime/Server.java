package dev.socketee.it.runtime;

import java.io.IOException;

/**
 * A server that the tests can start, one class for each product. The build has unpacked what it
 * consists of below {@code target/servers}; nothing of it listens beyond the loopback interface.
 */
public interface Server {

  /** The name for files and for the command line, like {@code payara-micro}. */
  String id();

  /** The name and the version, for readers. */
  String title();

  /**
   * Starts the server on free ports, without an application, and waits until it can deploy one.
   * Alice, whose roles are user and admin, and Bob, whose role is user, can log in by the password
   * {@code secret-of-} and their name in small letters.
   *
   * @throws IOException if it does not start; the message has the end of its log
   */
  RunningServer start() throws IOException;
}
