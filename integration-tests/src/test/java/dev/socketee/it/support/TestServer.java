package dev.socketee.it.support;

import java.net.URI;
import java.nio.file.Path;

/** The server that Maven has provisioned, and Arquillian started; or another one for a while. */
public final class TestServer {

  /** Only the loopback interface is listened on. */
  public static final String HOST = "127.0.0.1";

  /** Where the server of this thread is, and of those that it starts, if it is another one. */
  private static final ThreadLocal<Integer> ELSEWHERE = new InheritableThreadLocal<>();

  private TestServer() {}

  /** The port of HTTP. */
  public static int port() {
    Integer elsewhere = ELSEWHERE.get();
    return elsewhere == null ? Integer.getInteger("server.http.port", 18080) : elsewhere;
  }

  /**
   * Does something while the server is another one, which listens elsewhere, for this thread and
   * those that it starts.
   *
   * @param port where
   */
  public static void at(int port, Runnable action) {
    ELSEWHERE.set(port);
    try {
      action.run();
    } finally {
      ELSEWHERE.remove();
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
