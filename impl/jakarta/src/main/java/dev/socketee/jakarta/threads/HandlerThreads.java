package dev.socketee.jakarta.threads;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.SocketIOConfig;
import dev.socketee.jakarta.config.ThreadOptions;
import dev.socketee.server.HandlerExecutor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The threads that handlers run on, which they may block: virtual threads where Java has them
 * without drawback, or where the configuration wants them; else a pool of our own, or the managed
 * executor that the configuration names. Not the container's default executor: that of WildFly has
 * few threads, and that of Payara Micro refuses tasks early.
 *
 * <p>Each task runs with the application's class loader as the context class loader and, where the
 * container has a {@code ContextService}, in the context that its connection's handshake had: then
 * EJBs see the caller and its roles, and JNDI works. Thread-safe.
 */
public final class HandlerThreads implements HandlerExecutor, AutoCloseable {

  /**
   * How many tasks may wait for a thread of the pool. A socket has at most one, so it takes more
   * sockets than this, all with something to do at once, to reach it.
   */
  static final int POOL_CAPACITY = 100_000;

  private static final Logger LOG = System.getLogger(HandlerThreads.class.getPackageName());
  private static final String PREFIX = "socketio-handler-";
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final String description;
  private final Executor threads;
  private final @Nullable ExecutorService own;
  private final Optional<Contexts> contexts;
  private final ClassLoader application;
  private final Duration grace;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicBoolean captureFailed = new AtomicBoolean();

  HandlerThreads(
      String description,
      Executor threads,
      @Nullable ExecutorService own,
      Optional<Contexts> contexts,
      ClassLoader application,
      Duration grace) {
    this.description =
        description + (contexts.isPresent() ? ", in the context of the handshake" : "");
    this.threads = threads;
    this.own = own;
    this.contexts = contexts;
    this.application = application;
    this.grace = grace;
  }

  /**
   * Looks up what the container has. To be called where JNDI is the application's: in {@code
   * contextInitialized}.
   *
   * @param config tells how many threads, and whose
   * @param application the class loader of the application
   * @throws ConfigException if the configuration names an executor and there is none, or wants
   *     virtual threads and this Java has none
   */
  public static HandlerThreads open(SocketIOConfig config, ClassLoader application) {
    return open(config.threads(), application, Naming.JNDI);
  }

  static HandlerThreads open(ThreadOptions options, ClassLoader application, Naming naming) {
    Optional<Contexts> contexts = Contexts.find(naming);
    String executorName = options.executor();
    if (executorName != null) {
      Executor named = named(executorName, naming);
      return new HandlerThreads(executorName, named, null, contexts, application, GRACE);
    }
    Optional<ExecutorService> virtual = VirtualThreads.executor(options.virtual(), PREFIX);
    if (virtual.isPresent()) {
      return own("virtual threads", virtual.get(), contexts, application);
    }
    ApplicationThreads factory = new ApplicationThreads(PREFIX, application, naming);
    String kind = factory.isManaged() ? " managed thread" : " thread";
    String number = options.pool() == 1 ? "1" + kind : "up to " + options.pool() + kind + "s";
    ExecutorService pool = new ElasticPool(options.pool(), POOL_CAPACITY, factory);
    return own(number, pool, contexts, application);
  }

  private static HandlerThreads own(
      String description,
      ExecutorService threads,
      Optional<Contexts> contexts,
      ClassLoader application) {
    return new HandlerThreads(description, threads, threads, contexts, application, GRACE);
  }

  private static Executor named(String name, Naming naming) {
    Object found;
    try {
      found = naming.lookup(name);
    } catch (NamingException e) {
      ConfigException problem =
          new ConfigException(
              List.of(
                  "socketio.executor = \""
                      + name
                      + "\": nothing has that name in JNDI. Define it, for example by"
                      + " @ManagedExecutorDefinition, or remove the option"));
      problem.initCause(e);
      throw problem;
    }
    if (found instanceof Executor executor) {
      return executor;
    }
    throw new ConfigException(
        List.of(
            "socketio.executor = \"" + name + "\": that is no executor, but a " + typeOf(found)));
  }

  private static String typeOf(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getName();
  }

  /**
   * Captures the context of this thread. To be called on the thread of a handshake's request, for
   * {@link ContextualRequest#handlerExecutor()}.
   *
   * @return runs tasks in that context, on threads of its own
   */
  public HandlerExecutor capture() {
    if (contexts.isEmpty()) {
      return this;
    }
    Executor context;
    try {
      context = contexts.get().capture();
    } catch (RuntimeException e) {
      if (captureFailed.compareAndSet(false, true)) {
        LOG.log(
            Level.WARNING,
            "The container cannot capture the context of a handshake; handlers run without it: they"
                + " see no caller",
            e);
      }
      return this;
    }
    return new InContext(context);
  }

  /**
   * The executor for the handlers of a connection.
   *
   * @param handshake a {@link ContextualRequest} has its own; for any other there is no context
   */
  public HandlerExecutor executorOf(EngineRequest handshake) {
    return handshake instanceof ContextualRequest request ? request.handlerExecutor() : this;
  }

  /**
   * Runs a task, in no context.
   *
   * @throws RejectedExecutionException if the application is stopping, or the pool is full
   */
  @Override
  public void execute(Runnable task) {
    if (closed.get()) {
      throw new RejectedExecutionException("the application is stopping");
    }
    threads.execute(() -> run(task));
  }

  @Override
  public void executeHere(Runnable task) {
    if (closed.get()) {
      throw new RejectedExecutionException("the application is stopping");
    }
    inApplication(task);
  }

  private void run(Runnable task) {
    try {
      inApplication(task);
    } catch (Throwable e) { // the server's tasks throw nothing; the container's context may
      LOG.log(Level.ERROR, "A handler's task failed", e);
    }
  }

  private void inApplication(Runnable task) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      task.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** The threads, with a context that was captured. */
  private final class InContext implements HandlerExecutor {

    private final Executor context;

    InContext(Executor context) {
      this.context = context;
    }

    @Override
    public void execute(Runnable task) {
      HandlerThreads.this.execute(() -> context.execute(task));
    }

    @Override
    public void executeHere(Runnable task) {
      HandlerThreads.this.executeHere(() -> context.execute(task));
    }
  }

  /**
   * Refuses further tasks, and waits for those that run: 5 seconds, then it interrupts them and
   * drops those that wait, and after 5 more leaves them to themselves. Threads of a named executor
   * are the container's to stop.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && own != null) {
      stop(own);
    }
  }

  private void stop(ExecutorService threads) {
    threads.shutdown();
    try {
      if (threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      threads.shutdownNow();
      if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(
            Level.WARNING,
            "Handlers still run, although they were interrupted: they keep the stopped application"
                + " in memory");
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Which threads these are, for the log. */
  @Override
  public String toString() {
    return description;
  }
}
