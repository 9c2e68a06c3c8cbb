package dev.socketee.jakarta;

import dev.socketee.jakarta.websocket.Liberty;
import jakarta.servlet.GenericServlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.UnavailableException;

/**
 * Whether the listener that we add comes after those that the application declares, as {@link
 * ServletContext#addListener} promises. On Open Liberty it is the first: servers that listeners
 * build are not there yet. What has to come after them is done there when servlets are initialized.
 */
final class ListenerOrder {

  private ListenerOrder() {}

  /** Has a step done when all listeners have been told of the start, if ours is told before. */
  static boolean defer(ServletContext context, Runnable step) {
    if (!Liberty.runs(context)) {
      return false;
    }
    ServletRegistration.Dynamic last = context.addServlet("SocketEE start", new Last(step));
    last.setLoadOnStartup(0);
    return true;
  }

  /** Has no path. */
  static final class Last extends GenericServlet {

    private static final long serialVersionUID = 1L;

    private final transient Runnable step;

    private Last(Runnable step) {
      this.step = step;
    }

    @Override
    public void init() {
      step.run();
    }

    @Override
    public void service(ServletRequest request, ServletResponse response)
        throws UnavailableException {
      throw new UnavailableException("not for requests");
    }
  }
}
