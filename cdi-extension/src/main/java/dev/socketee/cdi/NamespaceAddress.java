package dev.socketee.cdi;

import java.util.Comparator;

/**
 * A namespace of one of the application's servers.
 *
 * @param server the name of the server
 * @param name the name of the namespace, as {@link NamespaceNames#normalize} makes it
 */
record NamespaceAddress(String server, String name) {

  /** So that what happens for each happens in the same order every time. */
  static final Comparator<NamespaceAddress> ORDER =
      Comparator.comparing(NamespaceAddress::server).thenComparing(NamespaceAddress::name);
}
