package dev.socketee.server;

import dev.socketee.Handshake;
import dev.socketee.Limit;
import dev.socketee.engine.Timer.Timeout;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the namespace of a CONNECT that is not there yet: asks one parent after another, on the
 * client's executor, or waits until the namespace has been announced. Ends once, by CAS: with a
 * namespace, with a refusal, or because nobody waits for it any more.
 */
final class NamespaceSearch {

  private final Client client;
  private final Joining joining;
  private final NamespaceDirectory directory;
  private final String name;
  private final Handshake handshake;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable Timeout timeout;

  /** The one whose matcher is thinking. */
  private volatile @Nullable DynamicParent asked;

  NamespaceSearch(
      Client client,
      Joining joining,
      NamespaceDirectory directory,
      String name,
      Handshake handshake) {
    this.client = client;
    this.joining = joining;
    this.directory = directory;
    this.name = name;
    this.handshake = handshake;
  }

  String name() {
    return name;
  }

  Handshake handshake() {
    return handshake;
  }

  /**
   * Begins.
   *
   * @param entered the namespace if it is there, and has been entered, but not been announced;
   *     {@code null} if the parents are to be asked for it
   */
  void start(@Nullable LocalNamespace entered) {
    limit();
    if (entered == null) {
      run(() -> ask(directory.parents().iterator()));
    } else {
      await(entered);
    }
  }

  private void limit() {
    Timeout running = client.timer().schedule(client.options().connectTimeout(), this::late);
    timeout = running;
    if (over.get()) {
      running.cancel();
    }
  }

  /** The client is gone. */
  void cancel() {
    end();
  }

  /** Answers whether it is the first to end this. */
  private boolean end() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    Timeout running = timeout;
    if (running != null) {
      running.cancel();
    }
    return true;
  }

  private void late() {
    DynamicParent parent = asked;
    if (end()) {
      if (parent != null) {
        parent.complain(name, new TimeoutException("no answer within the connect timeout"));
      }
      joining.notFound(this, Refusal.INVALID_NAMESPACE);
    }
  }

  private void run(Runnable step) {
    try {
      client.executor().execute(step);
    } catch (RuntimeException | Error e) {
      SocketIOServer.LOG.log(
          e instanceof Error ? Level.WARNING : Level.DEBUG, "No thread to look for a namespace", e);
      if (end()) {
        client.overrun(Limit.HANDLER_THREADS, "", "no thread to look for a namespace");
      }
    }
  }

  /** Patterns answer at once; a matcher may take its time, and go on elsewhere. */
  private void ask(Iterator<DynamicParent> parents) {
    while (!over.get() && parents.hasNext()) {
      DynamicParent parent = parents.next();
      if (!parent.hasPattern()) {
        ask(parent, parents);
        return;
      }
      if (parent.matches(name)) {
        adopt(parent);
        return;
      }
    }
    refuse(Refusal.INVALID_NAMESPACE);
  }

  private void ask(DynamicParent parent, Iterator<DynamicParent> others) {
    asked = parent;
    try {
      parent
          .matches(name, handshake)
          .whenComplete((answer, failure) -> run(() -> answered(parent, others, answer, failure)));
    } catch (Throwable e) {
      answered(parent, others, null, e);
    }
  }

  private void answered(
      DynamicParent parent,
      Iterator<DynamicParent> others,
      @Nullable Boolean answer,
      @Nullable Throwable failure) {
    asked = null;
    if (failure != null) {
      parent.complain(name, failure);
    }
    if (failure == null && Boolean.TRUE.equals(answer)) {
      adopt(parent);
    } else {
      ask(others);
    }
  }

  private void adopt(DynamicParent parent) {
    if (over.get()) {
      return;
    }
    Optional<LocalNamespace> child;
    try {
      child = directory.enterChild(name, parent, joining.children());
    } catch (RuntimeException | Error e) {
      SocketIOServer.LOG.log(Level.ERROR, "Namespace " + name + " could not be started", e);
      refuse(Refusal.FAILED);
      return;
    }
    if (child.isPresent()) {
      await(child.get());
    } else {
      refuse(Refusal.TOO_MANY_NAMESPACES);
    }
  }

  private void await(LocalNamespace entered) {
    var unused =
        entered
            .announced()
            .whenComplete(
                (nothing, failure) -> {
                  if (failure == null && end()) {
                    joining.found(this, entered);
                  } else {
                    entered.exit();
                    refuse(Refusal.FAILED);
                  }
                });
  }

  private void refuse(Refusal refusal) {
    if (end()) {
      joining.notFound(this, refusal);
    }
  }
}
