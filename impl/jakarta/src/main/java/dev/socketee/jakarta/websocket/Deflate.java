package dev.socketee.jakarta.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.WebSocketContainer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;

/**
 * The extension that compresses messages, {@code permessage-deflate} (RFC 7692), as the container
 * has it: we only say whether it may be used.
 */
final class Deflate {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.websocket");

  private static final String NAME = "permessage-deflate";

  /** Of the library that brings it to servers with Tyrus, which do not list it then. */
  private static final String TYRUS =
      "org.glassfish.tyrus.ext.extension.deflate.PerMessageDeflateExtension";

  private Deflate() {}

  /**
   * What an endpoint has to list for messages to be compressed; empty if the server cannot do it.
   *
   * @param loader of the application, which may have brought the library
   */
  static List<Extension> of(WebSocketContainer container, ClassLoader loader) {
    List<Extension> installed = among(container.getInstalledExtensions());
    return installed.isEmpty() ? brought(loader, TYRUS) : installed;
  }

  static List<Extension> brought(ClassLoader loader, String className) {
    try {
      Object extension =
          Class.forName(className, true, loader).getDeclaredConstructor().newInstance();
      return extension instanceof Extension usable ? List.of(usable) : List.of();
    } catch (ClassNotFoundException e) {
      return List.of(); // the usual case
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.WARNING, "WebSocket messages stay uncompressed: " + className, e);
      return List.of();
    }
  }

  /** Those of these extensions that compress. Jetty has others, of no use to clients. */
  static List<Extension> among(Collection<Extension> extensions) {
    return extensions.stream().filter(extension -> NAME.equals(extension.getName())).toList();
  }
}
