package dev.socketee.embedded;

import dev.socketee.SocketIO;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A running server without an application server: CDI (Weld SE), HTTP and WebSocket (Undertow), and
 * JSON-B (Yasson) in this process. Its handlers are CDI beans, as in a web application, with all
 * that these can have injected.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *   EmbeddedSocketIO server =
 *       EmbeddedSocketIO.builder().port(8080).beans(Chat.class).start();
 *   System.out.println("listening at " + server.uri());
 * }
 * }</pre>
 *
 * <p>The process lives until the server is closed, as with any server. When it is asked to end
 * (SIGTERM, Ctrl-C), the server is closed first.
 *
 * <p>There may be several in one process; each has its own beans. This object is a bean, too:
 * {@code @Inject EmbeddedSocketIO} is for those that need the address. Thread-safe.
 */
public final class EmbeddedSocketIO implements AutoCloseable {

  private final URI uri;
  private final SocketIO server;
  private final BeanContainer beans;
  private final Undo undo;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  EmbeddedSocketIO(URI uri, SocketIO server, BeanContainer beans, Undo undo) {
    this.uri = uri;
    this.server = server;
    this.beans = beans;
    this.undo = undo;
  }

  /**
   * Begins a server.
   *
   * @return a builder with the defaults: port 8080 of the loopback interface, no context path, no
   *     beans
   */
  public static EmbeddedSocketIOBuilder builder() {
    return new EmbeddedSocketIOBuilder();
  }

  /**
   * Where the server is: its context path, with a slash at the end. A client of the namespace
   * {@code /chat} connects to {@code uri().resolve("/chat")}, if there is no context path; with
   * one, it needs the {@code path} of the engine, too.
   *
   * @return an address of this machine, such as {@code http://127.0.0.1:8080/}; one of the loopback
   *     interface if the server listens on all
   */
  public URI uri() {
    return uri;
  }

  /**
   * The port that the server listens on.
   *
   * @return the port that was asked for, or the one that was free if that was 0
   */
  public int port() {
    return uri.getPort();
  }

  /**
   * The Socket.IO server itself, for what is not in a bean.
   *
   * @return the one by configuration, named {@value SocketIO#DEFAULT_NAME}
   */
  public SocketIO server() {
    return server;
  }

  /**
   * A bean, or anything else that could be injected.
   *
   * @param type what it must be
   * @param qualifiers what else it must have; without any, {@code @Default} is assumed
   * @param <T> what it must be
   * @return the bean; of a normal scope, a reference to it. A dependent one lives until the server
   *     is closed
   * @throws IllegalArgumentException if there is none, or there are several
   * @throws IllegalStateException if the server is closed
   */
  public <T> T select(Class<T> type, Annotation... qualifiers) {
    return beans.select(type, qualifiers);
  }

  /**
   * Waits until the server is closed.
   *
   * @throws InterruptedException if this thread is interrupted first; the server goes on
   */
  public void await() throws InterruptedException {
    closed.await();
  }

  /**
   * Whether the server is closed, or being closed.
   *
   * @return {@code false} if it serves clients
   */
  public boolean isClosed() {
    return closing.get();
  }

  /**
   * Closes the server, and waits until that is done: the sockets end with {@link
   * dev.socketee.DisconnectReason#SERVER_SHUTTING_DOWN}, WebSockets are closed with code 1001,
   * polls are answered; handlers that run have 5 seconds and are interrupted then; the port is
   * free, the beans are destroyed, and all threads have ended. Nothing happens if it is closed;
   * whoever calls while another thread closes it waits for that.
   *
   * <p>Not to be called by a handler, which would wait for its own end.
   */
  @Override
  public void close() {
    if (closing.compareAndSet(false, true)) {
      try {
        undo.run();
      } finally {
        closed.countDown();
      }
    } else {
      awaitUninterruptibly();
    }
  }

  private void awaitUninterruptibly() {
    boolean interrupted = false;
    while (closed.getCount() > 0) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "EmbeddedSocketIO at " + uri + (isClosed() ? " (closed)" : "");
  }
}
