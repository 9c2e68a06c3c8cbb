package dev.socketee.jakarta.websocket;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

/** What Open Liberty's WebSockets, and WebSphere Liberty's, want to be told, unlike others. */
public final class Liberty {

  /** In what it calls itself. */
  private static final String NAME = "Liberty";

  private Liberty() {}

  /** Whether an application runs on it. */
  public static boolean runs(ServletContext context) {
    String server = context.getServerInfo();
    return server != null && server.contains(NAME);
  }

  /**
   * A request to upgrade that makes no HTTP session if there is none. Liberty asks for one at each
   * upgrade, and holds the WebSocket to it: that of a user with a name is closed when the session
   * expires, which without cookies nobody ever comes back to.
   */
  static HttpServletRequest withoutNewSession(HttpServletRequest request) {
    return new WithoutNewSession(request);
  }

  /**
   * Limits the frames that a connection takes. Liberty hands over parts of messages, but not parts
   * of frames, and keeps a frame of any size in memory until it is there. What is only a little too
   * large comes through, so that we are the ones who refuse it, as everywhere.
   *
   * @param maxPayload the largest message, in bytes
   */
  static void limitFrames(Session session, int maxPayload) {
    int largest = (int) Math.min(2L * maxPayload, Integer.MAX_VALUE);
    session.setMaxTextMessageBufferSize(largest);
    session.setMaxBinaryMessageBufferSize(largest);
  }

  private static final class WithoutNewSession extends HttpServletRequestWrapper {

    WithoutNewSession(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable HttpSession getSession() {
      return getSession(false);
    }
  }
}
