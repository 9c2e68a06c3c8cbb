package dev.socketee.jakarta.session;

import dev.socketee.engine.CloseReason;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionAcceptor;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.TransportName;
import dev.socketee.engine.http.EngineRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection to a server, from its handshake on. */
final class FakeConnection implements SessionListener {

  private final List<String> told;
  private final SessionListener listener;

  private record Request(@Nullable CapturedSession httpSession)
      implements EngineRequest, SessionRequest {

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String url() {
      return "/socket.io/";
    }

    @Override
    public Map<String, String> query() {
      return Map.of();
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
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

  private FakeConnection(
      FakeContainer container,
      HttpSessionPolicy policy,
      @Nullable CapturedSession captured,
      List<String> told) {
    this.told = told;
    Request request = new Request(captured);
    EngineSession session =
        (EngineSession)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {EngineSession.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "request" -> request;
                      case "revoke" -> revoked((String) arguments[0]);
                      default -> throw new UnsupportedOperationException(method.toString());
                    });
    SessionAcceptor server = accepted -> this;
    listener = new SessionTies(container.sessions(), policy, container, server).accept(session);
  }

  /** One that a caller opened, with a session. */
  static FakeConnection of(
      FakeContainer container, HttpSessionPolicy policy, FakeContainer.Session session) {
    return of(container, policy, session.http(), true);
  }

  static FakeConnection of(
      FakeContainer container, HttpSessionPolicy policy, HttpSession session, boolean caller) {
    return new FakeConnection(
        container, policy, new CapturedSession(session, caller), new ArrayList<>());
  }

  /** One that a caller opened, and that tells a list, which is there if it fails. */
  static FakeConnection telling(
      FakeContainer container, FakeContainer.Session session, List<String> told) {
    return new FakeConnection(
        container, HttpSessionPolicy.CLOSE, new CapturedSession(session.http(), true), told);
  }

  /** One that came without a session. */
  static FakeConnection alone(FakeContainer container, HttpSessionPolicy policy) {
    return new FakeConnection(container, policy, null, new ArrayList<>());
  }

  private @Nullable Object revoked(String description) {
    told.add("revoked: " + description);
    return null;
  }

  /** Plays the engine: the connection ends. */
  void closes() {
    listener.onClose(CloseReason.TRANSPORT_CLOSE, "gone");
  }

  void says(String text) {
    listener.onText(text, TransportName.POLLING);
    listener.onBinary(new byte[0], TransportName.WEBSOCKET);
  }

  /** What the connection and its server were told. */
  List<String> told() {
    return told;
  }

  @Override
  public void onText(String data, TransportName carrier) {
    told.add(data + " by " + carrier.text());
  }

  @Override
  public void onBinary(byte[] data, TransportName carrier) {
    told.add("binary by " + carrier.text());
  }

  @Override
  public void onClose(CloseReason reason, @Nullable String description) {
    told.add(reason + ": " + description);
  }
}
