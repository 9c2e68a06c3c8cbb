package dev.socketee.cdi;

/** Names of namespaces, as annotations have them. */
final class NamespaceNames {

  /** The namespace of a client that names none. */
  static final String MAIN = "/";

  private NamespaceNames() {}

  /** Adds a missing leading slash, as {@link dev.socketee.SocketIO#of} does. */
  static String normalize(String name) {
    return name.startsWith("/") ? name : "/" + name;
  }

  /** Whether the wire can carry the name: a comma ends it there (Socket.IO 5, Packet encoding). */
  static boolean valid(String name) {
    return name.indexOf(',') < 0;
  }
}
