package dev.socketee.jakarta;

/** Where servers can be mounted: a web application. */
interface ServerHost {

  /**
   * Reads the options of a server, and reserves its path.
   *
   * @throws IllegalArgumentException if an option is wrong
   * @throws IllegalStateException if there is a server at the path, or none can be mounted any more
   */
  void reserve(ServerMount mount);

  /** Brings it up, now or when the application starts. */
  void start(ServerMount mount);

  /** It has been closed: frees its path. */
  void release(ServerMount mount);
}
