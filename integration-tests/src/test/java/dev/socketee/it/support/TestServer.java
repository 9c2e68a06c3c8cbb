package dev.socketee.it.support;

import java.net.URI;
import java.nio.file.Path;

/** The server that Maven has provisioned, and Arquillian started; or another one for a while. */
public final class TestServer {

  /** Only the loopback interface is listened on. */
  public static final String HOST = "127.0.0.1";

  private static final String PORT = "server.http.port";

  private TestServer() {}

  /** The port of HTTP. */
  public static int port() {
    return Integer.getInteger(PORT, 18080);
  }

  /**
   * Does something while the server is another one, which listens elsewhere.
   *
   * @param port where
   */
  public static void at(int port, Runnable action) {
    String before = System.setProperty(PORT, Integer.toString(port));
    try {
      action.run();
    } finally {
      if (before == null) {
        System.clearProperty(PORT);
      } else {
        System.setProperty(PORT, before);
      }
    }
  }

  /**
   * An address on the server.
   *
   * @param pathAndQuery with its leading slash, context path included
   */
  public static URI uri(String pathAndQuery) {
    return URI.create("http://" + HOST + ":" + port() + pathAndQuery);
  }

  /** Where the server writes its log. */
  public static Path log() {
    return Path.of(System.getProperty("server.home", "target/server"), "standalone/log/server.log");
  }
}
