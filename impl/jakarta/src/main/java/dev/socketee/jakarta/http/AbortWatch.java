package dev.socketee.jakarta.http;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices, where the container does, that a request was given up. (A class of its own with a public
 * constructor, because containers take every class of this kind for a component that they may have
 * to make.)
 */
public final class AbortWatch implements AsyncListener {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");

  private final AtomicReference<@Nullable Runnable> action = new AtomicReference<>();

  /** Watches, and does nothing about it. */
  public AbortWatch() {}

  /** Sets what runs, once, when the request was given up. */
  void onAbort(Runnable whenAborted) {
    action.set(whenAborted);
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(Level.DEBUG, "request failed: {0}", String.valueOf(event.getThrowable()));
    Runnable toRun = action.getAndSet(null);
    if (toRun != null) {
      toRun.run();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    onError(event);
  }

  @Override
  public void onComplete(AsyncEvent event) {
    // whoever completed it knows
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // never restarted
  }
}
