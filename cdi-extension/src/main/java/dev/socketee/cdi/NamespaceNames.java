package dev.socketee.cdi;

import dev.socketee.annotation.Namespace;

/** Names of namespaces, as annotations have them. */
final class NamespaceNames {

  /** The namespace of a client that names none. */
  static final String MAIN = "/";

  private NamespaceNames() {}

  /** The server of an annotation; {@code other} if it does not say. */
  static String server(Namespace annotation, String other) {
    return annotation.server().isEmpty() ? other : annotation.server();
  }

  /** Adds a missing leading slash, as {@link dev.socketee.SocketIO#of} does. */
  static String normalize(String name) {
    return name.startsWith("/") ? name : "/" + name;
  }

  /** Whether the wire can carry the name: a comma ends it there (Socket.IO 5, Packet encoding). */
  static boolean valid(String name) {
    return name.indexOf(',') < 0;
  }
}
