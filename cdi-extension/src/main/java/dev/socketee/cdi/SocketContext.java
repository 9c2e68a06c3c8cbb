package dev.socketee.cdi;

import dev.socketee.Socket;
import dev.socketee.annotation.SocketScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.spi.AlterableContext;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The context of {@link SocketScoped}: the instances of each socket, while it lives. It is entered
 * by a thread for the length of a handler. Thread-safe: a stage that a handler has returned may
 * complete while the next handler runs.
 *
 * <p>It says that it is active always, and throws where it is not: only so can it say what to do
 * instead, as the container asks for nothing but the answer.
 */
final class SocketContext implements AlterableContext {

  private static final ThreadLocal<@Nullable Socket> CURRENT = new ThreadLocal<>();

  private final Map<Socket, Instances> instances = new ConcurrentHashMap<>();

  /** From now on, the socket can have instances. */
  void begin(Socket socket) {
    instances.put(socket, new Instances());
  }

  /** Destroys the instances of a socket. */
  void end(Socket socket) {
    Instances ended = instances.remove(socket);
    if (ended != null) {
      ended.destroy();
    }
  }

  /** Destroys the instances of all sockets. */
  void endAll() {
    instances.keySet().forEach(this::end);
  }

  /** Runs something with the instances of a socket. */
  <T extends @Nullable Object> T call(Socket socket, RequestScope.Task<T> task) throws Exception {
    Socket outer = CURRENT.get();
    CURRENT.set(socket);
    try {
      return task.run();
    } finally {
      if (outer == null) {
        CURRENT.remove();
      } else {
        CURRENT.set(outer);
      }
    }
  }

  @Override
  public Class<? extends Annotation> getScope() {
    return SocketScoped.class;
  }

  @Override
  public <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
    return active().get(contextual, creationalContext);
  }

  @Override
  @SuppressWarnings("NullAway") // the API does not say that it may be null
  public <T> @Nullable T get(Contextual<T> contextual) {
    return active().get(contextual);
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public void destroy(Contextual<?> contextual) {
    active().destroy(contextual);
  }

  private Instances active() {
    Socket socket = CURRENT.get();
    if (socket == null) {
      throw new ContextNotActiveException(
          "@SocketScoped is active only while a handler method of a socket runs, on its thread."
              + " Take what is needed out of the bean before other threads go on with it, or keep"
              + " it in Socket.data().");
    }
    Instances active = instances.get(socket);
    if (active == null) {
      throw new ContextNotActiveException(
          "@SocketScoped is not active any more: the socket has been disconnected, and its"
              + " instances are destroyed.");
    }
    return active;
  }

  /** The instances of one socket. */
  private static final class Instances {

    private final Map<Contextual<?>, Instance<?>> all = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // under a contextual there is what it has created
    <T> @Nullable T get(Contextual<T> contextual) {
      Instance<T> known = (Instance<T>) all.get(contextual);
      return known == null ? null : known.value();
    }

    /** Made outside of a lock: of two threads that make one at once, the second throws its away. */
    <T> T get(Contextual<T> contextual, CreationalContext<T> creationalContext) {
      T known = get(contextual);
      if (known != null) {
        return known;
      }
      Instance<T> made =
          new Instance<>(contextual, contextual.create(creationalContext), creationalContext);
      all.putIfAbsent(contextual, made);
      T kept = get(contextual);
      if (kept == null) {
        throw new ContextNotActiveException("the socket has been disconnected meanwhile");
      }
      if (kept != made.value()) {
        made.destroy();
      }
      return kept;
    }

    void destroy(Contextual<?> contextual) {
      Instance<?> destroyed = all.remove(contextual);
      if (destroyed != null) {
        destroyed.destroy();
      }
    }

    void destroy() {
      all.keySet().forEach(this::destroy);
    }
  }

  /** An instance, and what it takes to destroy it. */
  private record Instance<T>(Contextual<T> contextual, T value, CreationalContext<T> context) {

    void destroy() {
      contextual.destroy(value, context);
    }
  }
}
