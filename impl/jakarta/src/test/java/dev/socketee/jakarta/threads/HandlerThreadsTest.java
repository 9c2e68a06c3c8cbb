package dev.socketee.jakarta.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.jakarta.config.ConfigException;
import dev.socketee.jakarta.config.ThreadOptions;
import dev.socketee.jakarta.config.ThreadOptions.Virtual;
import dev.socketee.server.HandlerExecutor;
import dev.socketee.test.ExpectedLogs;
import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandlerThreadsTest {

  private static final ThreadLocal<String> CONTEXT = ThreadLocal.withInitial(() -> "none");

  private final ClassLoader application = new URLClassLoader(new URL[0]);
  private final FakeNaming naming = new FakeNaming();
  private final List<HandlerThreads> opened = new ArrayList<>();

  @AfterEach
  void close() {
    CONTEXT.remove();
    opened.forEach(HandlerThreads::close);
  }

  private HandlerThreads open(String executorName) {
    return openWith(new ThreadOptions(Virtual.AUTO, 4, executorName));
  }

  private HandlerThreads openWith(ThreadOptions options) {
    HandlerThreads threads = HandlerThreads.open(options, application, naming);
    opened.add(threads);
    return threads;
  }

  private HandlerThreads over(ExecutorService service, Duration grace) {
    HandlerThreads threads =
        new HandlerThreads("test", service, service, Optional.empty(), application, grace);
    opened.add(threads);
    return threads;
  }

  private static <T> T on(Executor executor, Supplier<T> task) {
    return CompletableFuture.supplyAsync(task, executor).orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** Captures what {@link #CONTEXT} is, as a container captures the caller and the rest. */
  private static ContextService contextService() {
    return service(
        () -> {
          String captured = CONTEXT.get();
          return task -> {
            String before = CONTEXT.get();
            CONTEXT.set(captured);
            try {
              task.run();
            } finally {
              CONTEXT.set(before);
            }
          };
        });
  }

  private static ContextService service(Supplier<Executor> currentContextExecutor) {
    return (ContextService)
        Proxy.newProxyInstance(
            HandlerThreadsTest.class.getClassLoader(),
            new Class<?>[] {ContextService.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "currentContextExecutor" -> currentContextExecutor.get();
                  case "toString" -> "a ContextService";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void threads_ofThisJava_areVirtualIfItHasThemWithoutDrawback() throws Exception {
    HandlerThreads threads = open(null);
    Thread thread = on(threads.capture(), Thread::currentThread);

    boolean expected = Runtime.version().feature() >= 24;
    assertThat(threads).hasToString(expected ? "virtual threads" : "up to 4 threads");
    assertThat(thread.getName()).startsWith("socketio-handler-");
    assertThat(thread.isDaemon()).isTrue();
    if (expected) {
      assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
    }
  }

  @Test
  void threads_notToBeVirtual_areOfAPool() {
    HandlerThreads threads = openWith(new ThreadOptions(Virtual.NEVER, 4, null));

    assertThat(threads).hasToString("up to 4 threads");
    assertThat(on(threads.capture(), Thread::currentThread).getName())
        .startsWith("socketio-handler-");
  }

  @Test
  void threads_onlyOne_isSaidSo() {
    assertThat(openWith(new ThreadOptions(Virtual.NEVER, 1, null))).hasToString("1 thread");
  }

  @Test
  void task_anyThreads_hasTheClassLoaderOfTheApplication() {
    assertThat(on(open(null).capture(), HandlerThreadsTest::classLoader)).isSameAs(application);
    naming.with("java:app/x", (Executor) task -> new Thread(task).start());
    assertThat(on(open("java:app/x").capture(), HandlerThreadsTest::classLoader))
        .isSameAs(application);
  }

  private static ClassLoader classLoader() {
    return Thread.currentThread().getContextClassLoader();
  }

  @Test
  void thread_afterATask_hasItsClassLoaderBack() {
    ClassLoader other = new URLClassLoader(new URL[0]);
    ExecutorService single =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task);
              thread.setContextClassLoader(other);
              return thread;
            });
    HandlerThreads threads = over(single, Duration.ofSeconds(30));

    assertThat(on(threads.capture(), HandlerThreadsTest::classLoader)).isSameAs(application);
    assertThat(on(single, HandlerThreadsTest::classLoader)).isSameAs(other);
  }

  @Test
  void task_failing_isLoggedAndTheThreadKept(ExpectedLogs logs) {
    logs.expect("A handler's task failed.*on purpose");
    ExecutorService single = Executors.newSingleThreadExecutor();
    HandlerThreads threads = over(single, Duration.ofSeconds(30));
    Thread first = on(threads.capture(), Thread::currentThread);

    threads
        .capture()
        .execute(
            () -> {
              throw new IllegalStateException("on purpose");
            });

    assertThat(on(threads.capture(), Thread::currentThread)).isSameAs(first);
  }

  @Test
  void capture_withContextService_runsInTheContextOfTheHandshake() {
    naming.with("java:comp/DefaultContextService", contextService());
    HandlerThreads threads = open(null);
    CONTEXT.set("alice");
    Executor alice = threads.capture();
    CONTEXT.set("bob");
    Executor bob = threads.capture();
    CONTEXT.set("somebody else");

    assertThat(on(alice, CONTEXT::get)).isEqualTo("alice");
    assertThat(on(bob, CONTEXT::get)).isEqualTo("bob");
    assertThat(on(alice, HandlerThreadsTest::classLoader)).isSameAs(application);
    assertThat(on(alice, Thread::currentThread)).isNotSameAs(Thread.currentThread());
    assertThat(threads.toString()).endsWith(", in the context of the handshake");
  }

  @Test
  void capture_refusedByTheContainer_runsWithoutContextAndSaysSoOnce(ExpectedLogs logs) {
    logs.expect("cannot capture the context.*not today");
    naming.with(
        "java:comp/DefaultContextService",
        service(
            () -> {
              throw new IllegalStateException("not today");
            }));
    HandlerThreads threads = open(null);

    assertThat(on(threads.capture(), CONTEXT::get)).isEqualTo("none");
    assertThat(on(threads.capture(), CONTEXT::get)).isEqualTo("none");
  }

  @Test
  void taskThatDoesNotBlock_runsOnTheCallingThread_withTheSameContext() {
    naming.with("java:comp/DefaultContextService", contextService());
    HandlerThreads threads = open(null);
    ClassLoader before = classLoader();
    CONTEXT.set("alice");
    HandlerExecutor captured = threads.capture();
    CONTEXT.set("somebody else");
    List<Object> seen = new ArrayList<>();

    captured.executeHere(
        () -> seen.addAll(List.of(Thread.currentThread(), CONTEXT.get(), classLoader())));

    assertThat(seen).containsExactly(Thread.currentThread(), "alice", application);
    assertThat(CONTEXT.get()).isEqualTo("somebody else");
    assertThat(classLoader()).isSameAs(before);
  }

  @Test
  void taskThatDoesNotBlock_withoutContextService_hasTheClassLoaderOfTheApplication() {
    HandlerExecutor threads = open(null).capture();
    ClassLoader before = classLoader();
    List<Object> seen = new ArrayList<>();

    threads.executeHere(() -> seen.add(classLoader()));

    assertThat(seen).containsExactly(application);
    assertThat(classLoader()).isSameAs(before);
  }

  @Test
  void taskThatDoesNotBlock_failing_tellsTheCaller_whoseThreadIsAsBefore() {
    HandlerExecutor threads = open(null).capture();
    ClassLoader before = classLoader();

    assertThatThrownBy(
            () ->
                threads.executeHere(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    assertThat(classLoader()).isSameAs(before);
  }

  @Test
  void taskThatDoesNotBlock_whenTheApplicationStops_isRefused() {
    HandlerThreads threads = open(null);
    HandlerExecutor captured = threads.capture();
    threads.close();

    assertThatThrownBy(() -> captured.executeHere(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void executor_ofARequest_isTheOneThatItCaptured() {
    HandlerThreads threads = open(null);
    HandlerExecutor captured = HandlerExecutor.of(Runnable::run);

    assertThat(threads.executorOf(new Contextual(captured))).isSameAs(captured);
  }

  @Test
  void executor_ofARequestWithoutContext_isTheThreads() {
    assertThat(on(open(null).executorOf(request()), Thread::currentThread).getName())
        .startsWith("socketio-handler-");
  }

  private static EngineRequest request() {
    return (EngineRequest)
        Proxy.newProxyInstance(
            HandlerThreadsTest.class.getClassLoader(),
            new Class<?>[] {EngineRequest.class},
            (proxy, method, args) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  @Test
  void namedExecutor_found_runsTheTasks() {
    naming.with("java:app/concurrent/mine", (Executor) task -> new Thread(task, "mine").start());
    HandlerThreads threads = open("java:app/concurrent/mine");

    assertThat(on(threads.capture(), Thread::currentThread).getName()).isEqualTo("mine");
    assertThat(threads).hasToString("java:app/concurrent/mine");
  }

  @Test
  void namedExecutor_closed_refusesAndLeavesTheExecutorAlone() {
    ExecutorService theirs = Executors.newSingleThreadExecutor();
    try {
      naming.with("java:app/x", theirs);
      HandlerThreads threads = open("java:app/x");
      Executor captured = threads.capture();

      threads.close();

      assertThatThrownBy(() -> captured.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(theirs.isShutdown()).isFalse();
    } finally {
      theirs.shutdown();
    }
  }

  @Test
  void namedExecutor_missing_isAnErrorOfTheConfiguration() {
    assertThatThrownBy(() -> open("java:app/nope"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("socketio.executor = \"java:app/nope\": nothing has that name");
  }

  @Test
  void namedExecutor_thatIsSomethingElse_isAnErrorOfTheConfiguration() {
    naming.with("java:app/x", "a string");

    assertThatThrownBy(() -> open("java:app/x"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("that is no executor, but a java.lang.String");
  }

  @Test
  void close_whileIdle_endsTheThreads() throws InterruptedException {
    ExecutorService service = new ElasticPool(2, 10, Thread::new);
    HandlerThreads threads = over(service, Duration.ofSeconds(30));
    Executor captured = threads.capture();
    Thread thread = on(captured, Thread::currentThread);

    threads.close();
    threads.close();

    assertThat(service.isTerminated()).isTrue();
    thread.join(10_000);
    assertThat(thread.isAlive()).isFalse();
    assertThatThrownBy(() -> captured.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void close_whileATaskRuns_waitsForIt() throws InterruptedException {
    ExecutorService service = new ElasticPool(2, 10, Thread::new);
    HandlerThreads threads = over(service, Duration.ofSeconds(30));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    threads
        .capture()
        .execute(
            () -> {
              running.countDown();
              interrupted.complete(interruptedWhile(release));
            });
    running.await();
    Thread closer = new Thread(threads::close);
    closer.start();
    while (!service.isShutdown()) {
      Thread.onSpinWait();
    }

    release.countDown();
    closer.join();

    assertThat(interrupted.join()).isFalse();
    assertThat(service.isTerminated()).isTrue();
  }

  @Test
  void close_whileATaskBlocksForLong_interruptsItAfterTheGrace() throws InterruptedException {
    ExecutorService service = new ElasticPool(2, 10, Thread::new);
    HandlerThreads threads = over(service, Duration.ofSeconds(1)); // enough for the task to end
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    threads
        .capture()
        .execute(
            () -> {
              running.countDown();
              interrupted.complete(interruptedWhile(new CountDownLatch(1)));
            });
    running.await();

    threads.close();

    assertThat(interrupted.orTimeout(30, TimeUnit.SECONDS).join()).isTrue();
  }

  @Test
  void close_whileATaskDefiesInterrupts_givesUpAndSaysSo(ExpectedLogs logs) throws Exception {
    logs.expect("Handlers still run, although they were interrupted");
    ExecutorService service = new ElasticPool(2, 10, Thread::new);
    HandlerThreads threads = over(service, Duration.ofMillis(50));
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    threads
        .capture()
        .execute(
            () -> {
              running.countDown();
              boolean defying = true;
              while (defying) {
                defying = interruptedWhile(release);
              }
            });
    running.await();

    threads.close();

    release.countDown();
    assertThat(service.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean interruptedWhile(CountDownLatch latch) {
    try {
      latch.await();
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Test
  void factory_ofTheContainer_makesTheThreads() {
    ThreadFactory container = task -> new Thread(task, "EE-1");
    naming.with("java:comp/DefaultManagedThreadFactory", container);
    ApplicationThreads factory = new ApplicationThreads("x-", application, naming);

    assertThat(factory.isManaged()).isTrue();
    assertThat(factory.newThread(() -> {}).isDaemon()).isFalse(); // as the container made it
    assertThat(factory.newThread(() -> {}).getName()).isEqualTo("x-2");
  }

  @Test
  void factory_ofTheContainerStopped_refusesTheTask() {
    naming.with(
        "java:comp/DefaultManagedThreadFactory",
        (ThreadFactory)
            task -> {
              throw new IllegalStateException("stopped");
            });
    ElasticPool pool = new ElasticPool(2, 10, new ApplicationThreads("x-", application, naming));

    assertThatThrownBy(() -> pool.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("the container makes no more threads");
    pool.shutdown();
    assertThat(pool.isTerminated()).isTrue();
  }

  @Test
  void plainThread_inheritsNothing() {
    InheritableThreadLocal<String> inheritable = new InheritableThreadLocal<>();
    inheritable.set("of another application");
    CompletableFuture<String> seen = new CompletableFuture<>();
    Thread thread =
        new ApplicationThreads("x-", application, naming)
            .newThread(() -> seen.complete(inheritable.get()));
    thread.start();

    assertThat(seen.orTimeout(30, TimeUnit.SECONDS).join()).isNull();
    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isIn(application, null); // null once it has ended
    inheritable.remove();
  }

  /** As on Tomcat: no {@code jakarta.enterprise.concurrent} at all. */
  @Test
  void concurrencyApi_missing_isNoContext() throws Exception {
    try (NoConcurrency loader = new NoConcurrency()) {
      Class<?> contexts = loader.loadClass(Contexts.class.getName());
      Class<?> naming = loader.loadClass(Naming.class.getName());
      var find = contexts.getDeclaredMethod("find", naming);
      find.setAccessible(true);
      var jndi = naming.getDeclaredField("JNDI");
      jndi.setAccessible(true);

      assertThat(contexts.getClassLoader()).isSameAs(loader);
      assertThat(find.invoke(null, jndi.get(null))).isEqualTo(Optional.empty());
    }
  }

  @Test
  void jndi_missing_findsNothing() {
    assertThat(Naming.JNDI.find("java:comp/DefaultContextService", Object.class)).isEmpty();
  }

  private static final class NoConcurrency extends URLClassLoader {

    NoConcurrency() {
      super(
          new URL[] {HandlerThreads.class.getProtectionDomain().getCodeSource().getLocation()},
          NoConcurrency.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("jakarta.enterprise.concurrent.")) {
        throw new ClassNotFoundException(name);
      }
      if (name.startsWith("dev.socketee.jakarta.threads.")) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : findClass(name);
      }
      return super.loadClass(name, resolve);
    }
  }

  private record Contextual(HandlerExecutor handlerExecutor)
      implements ContextualRequest, EngineRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String url() {
      return "/socket.io/";
    }

    @Override
    public java.util.Map<String, String> query() {
      return java.util.Map.of();
    }

    @Override
    public java.util.Map<String, String> headers() {
      return java.util.Map.of();
    }

    @Override
    public String address() {
      return "127.0.0.1";
    }

    @Override
    public boolean secure() {
      return false;
    }

    @Override
    public EngineRequest snapshot() {
      return this;
    }
  }
}
