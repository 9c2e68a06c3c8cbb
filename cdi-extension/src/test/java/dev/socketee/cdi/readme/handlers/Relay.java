package dev.socketee.cdi.readme.handlers;

import dev.socketee.annotation.Broadcast;
import dev.socketee.annotation.EmitTo;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@Namespace("/chat")
public class Relay {

  @OnEvent
  @Broadcast
  String say(String text) {
    return text.strip();
  }

  @OnEvent
  @EmitTo(
      value = {"editors", "admins"},
      event = "changed",
      self = true)
  CompletionStage<Change> change(Change change) {
    return CompletableFuture.completedFuture(change);
  }
}
