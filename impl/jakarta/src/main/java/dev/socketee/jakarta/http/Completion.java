package dev.socketee.jakarta.http;

import jakarta.servlet.AsyncContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** How an asynchronous request ends. Made on the thread of its servlet. */
final class Completion {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");

  /**
   * The contexts of Payara and GlassFish: they begin and end a request of CDI on the thread that
   * completes one. In the middle of another request, as when that one emits, this would be the end
   * of the other's CDI context.
   */
  private static final String ENTERING_CDI = "org.apache.catalina.connector.AsyncContextImpl";

  /** While the servlet is being called, the thread of that. */
  private volatile @Nullable Thread servlet = Thread.currentThread();

  /** The servlet's call ends. */
  void leave() {
    servlet = null;
  }

  /**
   * Completes. Where that matters, on a thread without a request; in its own servlet's call it does
   * not: the container does nothing before the call has ended.
   */
  void of(AsyncContext context) {
    if (context.getClass().getName().equals(ENTERING_CDI) && Thread.currentThread() != servlet) {
      attempt(() -> context.start(() -> attempt(context::complete)));
    } else {
      attempt(context::complete);
    }
  }

  /**
   * A container that has completed by itself is no reason to fail, whatever it throws: Open Liberty
   * has {@link NullPointerException}s of requests that are over.
   */
  private static void attempt(Runnable completion) {
    try {
      completion.run();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "request completed already: {0}", e.toString());
    }
  }
}
