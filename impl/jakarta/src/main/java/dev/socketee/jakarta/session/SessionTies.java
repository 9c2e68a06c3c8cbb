package dev.socketee.jakarta.session;

import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineLimit;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionAcceptor;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.Timer;
import dev.socketee.engine.TransportName;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ties the connections of a server to the HTTP sessions that they came with, before and behind the
 * acceptor that takes them.
 *
 * @param sessions those of the application
 * @param policy what the tie means
 * @param timer for sessions that are kept alive
 * @param acceptor takes the connections
 */
public record SessionTies(
    HttpSessions sessions, HttpSessionPolicy policy, Timer timer, SessionAcceptor acceptor)
    implements SessionAcceptor {

  @Override
  public SessionListener accept(EngineSession connection) {
    SessionListener listener = acceptor.accept(connection);
    if (connection.request() instanceof SessionRequest request) {
      CapturedSession captured = request.httpSession();
      if (captured != null) {
        try {
          return tied(connection, captured, listener);
        } catch (RuntimeException | Error e) { // nobody else will tell it: it is nobody's listener
          listener.onClose(CloseReason.TRANSPORT_ERROR, "not tied to its HTTP session: " + e);
          throw e;
        }
      }
    }
    return listener;
  }

  private SessionListener tied(
      EngineSession connection, CapturedSession captured, SessionListener listener) {
    Optional<HttpSession> session = captured.take(); // in any case: it is not to be kept
    boolean keeps = policy == HttpSessionPolicy.KEEP_ALIVE;
    boolean ends = policy != HttpSessionPolicy.KEEP && captured.authenticated();
    if (session.isEmpty() || !(keeps || ends)) {
      return listener;
    }
    Tie tie = new Tie(connection, ends);
    try {
      sessions.tie(tie, session.get(), keeps ? timer : null);
    } catch (RuntimeException | Error e) {
      sessions.untie(tie);
      throw e;
    }
    return new TiedListener(sessions, tie, listener);
  }

  @Override
  public void limitReached(EngineLimit limit) {
    acceptor.limitReached(limit);
  }

  /** Unties a connection at its end. */
  private record TiedListener(HttpSessions sessions, Tie tie, SessionListener listener)
      implements SessionListener {

    @Override
    public void onText(String data, TransportName carrier) {
      listener.onText(data, carrier);
    }

    @Override
    public void onBinary(byte[] data, TransportName carrier) {
      listener.onBinary(data, carrier);
    }

    @Override
    public void onClose(CloseReason reason, @Nullable String description) {
      try {
        listener.onClose(reason, description);
      } finally {
        sessions.untie(tie);
      }
    }
  }
}
