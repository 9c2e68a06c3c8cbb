package dev.socketee.jakarta.http;

import jakarta.servlet.AsyncContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** How an asynchronous request ends. */
final class Completion {

  private static final Logger LOG = System.getLogger("dev.socketee.jakarta.http");

  /**
   * The contexts of Payara and GlassFish: they begin and end a request of CDI on the thread that
   * completes one. In the middle of another request, as when that one emits, this would be the end
   * of the other's CDI context.
   */
  private static final String ENTERING_CDI = "org.apache.catalina.connector.AsyncContextImpl";

  private Completion() {}

  /** Completes, on a thread without a request where that matters. */
  static void of(AsyncContext context) {
    if (context.getClass().getName().equals(ENTERING_CDI)) {
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
