package dev.socketee.server;

/** What connects a server with its clients: an engine, mounted at a path. */
public interface Carrier {

  /**
   * The path, as {@link dev.socketee.SocketIO#path()} answers it.
   *
   * @throws IllegalStateException if it is not known yet
   */
  String path();

  /** Lets no new connection in. */
  void drain();

  /** Ends what connections there are, and frees the path. Called once, after the sockets' end. */
  void close();
}
