package dev.socketee.it.concurrency;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Answers by a managed executor, and defines another one that handlers may run on. */
@Namespace("/concurrency")
@ManagedExecutorDefinition(name = "java:app/concurrent/handlers", maxAsync = 300)
public class Schedules {

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  ManagedScheduledExecutorService scheduler;

  @OnEvent("later")
  CompletionStage<String> later(String text) {
    CompletableFuture<String> result = new CompletableFuture<>();
    var unused = scheduler.schedule(() -> result.complete(text), 50, TimeUnit.MILLISECONDS);
    return result;
  }
}
