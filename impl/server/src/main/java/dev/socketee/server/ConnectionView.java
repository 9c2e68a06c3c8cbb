package dev.socketee.server;

import dev.socketee.Connection;
import dev.socketee.DisconnectListener;
import dev.socketee.DisconnectReason;
import dev.socketee.engine.EngineSession;
import dev.socketee.engine.SessionObserver;
import dev.socketee.engine.TransportName;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine's session, as an application sees it. Watches it as soon as somebody listens; until
 * then it costs three fields.
 */
final class ConnectionView implements Connection, SessionObserver {

  private final EngineSession session;
  private final AtomicReference<@Nullable Listeners> listeners = new AtomicReference<>();
  private volatile @Nullable End end;

  private record End(DisconnectReason reason, @Nullable String description) {}

  private record Listeners(
      List<Consumer<? super String>> upgrade,
      List<Consumer<? super Packet>> packet,
      List<Consumer<? super Packet>> packetCreate,
      List<Runnable> heartbeat,
      List<Runnable> drain,
      List<DisconnectListener> close) {

    Listeners() {
      this(
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>(),
          new CopyOnWriteArrayList<>());
    }
  }

  ConnectionView(EngineSession session) {
    this.session = session;
  }

  @Override
  public String transport() {
    return session.transport().text();
  }

  @Override
  public int protocol() {
    return session.protocol().version();
  }

  @Override
  public boolean upgraded() {
    return session.transport() == TransportName.WEBSOCKET
        && TransportName.POLLING.text().equals(session.request().query().get("transport"));
  }

  @Override
  public String remoteAddress() {
    return session.request().address();
  }

  @Override
  public boolean writable() {
    return session.writable();
  }

  @Override
  public boolean closed() {
    return session.closed();
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public Connection onUpgrade(Consumer<? super String> listener) {
    listeners().upgrade().add(listener);
    return this;
  }

  @Override
  public Connection onPacket(Consumer<? super Packet> listener) {
    listeners().packet().add(listener);
    return this;
  }

  @Override
  public Connection onPacketCreate(Consumer<? super Packet> listener) {
    listeners().packetCreate().add(listener);
    return this;
  }

  @Override
  public Connection onHeartbeat(Runnable listener) {
    listeners().heartbeat().add(listener);
    return this;
  }

  @Override
  public Connection onDrain(Runnable listener) {
    listeners().drain().add(listener);
    return this;
  }

  @Override
  public Connection onClose(DisconnectListener listener) {
    Listeners all = listeners();
    all.close().add(listener);
    End ended = end;
    // Whoever takes it out of the list is the one that tells it.
    if (ended != null && all.close().remove(listener)) {
      tell(listener, ended);
    }
    return this;
  }

  private Listeners listeners() {
    Listeners known = listeners.get();
    if (known != null) {
      return known;
    }
    Listeners created = new Listeners();
    if (listeners.compareAndSet(null, created)) {
      session.observe(this);
      return created;
    }
    return listeners();
  }

  /** The connection is over. Called once. */
  void ended(DisconnectReason reason, @Nullable String description) {
    End ended = new End(reason, description);
    end = ended;
    Listeners all = listeners.get();
    if (all != null) {
      for (DisconnectListener listener : all.close()) {
        if (all.close().remove(listener)) {
          tell(listener, ended);
        }
      }
    }
  }

  // ---- what the engine tells, once there are listeners

  @Override
  public void onReceived(EnginePacket received) {
    List<Consumer<? super Packet>> listening = listeners().packet();
    if (!listening.isEmpty()) {
      tell(listening, packet(received));
    }
  }

  @Override
  public void onQueued(EngineFrame frame) {
    List<Consumer<? super Packet>> listening = listeners().packetCreate();
    if (!listening.isEmpty()) {
      tell(listening, packet(frame));
    }
  }

  @Override
  public void onHeartbeat() {
    listeners().heartbeat().forEach(ConnectionView::tell);
  }

  @Override
  public void onDrained() {
    listeners().drain().forEach(ConnectionView::tell);
  }

  @Override
  public void onUpgraded() {
    tell(listeners().upgrade(), session.transport().text());
  }

  private static Packet packet(EnginePacket received) {
    String type = received.type().name().toLowerCase(Locale.ROOT);
    if (received instanceof EnginePacket.TextMessage text) {
      return new Packet(type, text.data());
    }
    if (received instanceof EnginePacket.BinaryMessage binary) {
      return new Packet(type, binary.data());
    }
    return new Packet(type, null);
  }

  private static Packet packet(EngineFrame frame) {
    if (frame.isBinary()) {
      return new Packet("message", frame.binary());
    }
    String data = frame.text().substring(1);
    return new Packet(
        switch (frame.text().charAt(0)) {
          case '0' -> "open";
          case '1' -> "close";
          case '2' -> "ping";
          case '3' -> "pong";
          case '5' -> "upgrade";
          case '6' -> "noop";
          default -> "message";
        },
        data.isEmpty() && frame.text().charAt(0) != '4' ? null : data);
  }

  private static <T> void tell(List<Consumer<? super T>> listeners, T what) {
    for (Consumer<? super T> listener : listeners) {
      tell(() -> listener.accept(what));
    }
  }

  private static void tell(Runnable listener) {
    try {
      listener.run();
    } catch (Throwable e) {
      SocketIOServer.LOG.log(Level.WARNING, "A listener of a connection failed", e);
    }
  }

  private static void tell(DisconnectListener listener, End ended) {
    try {
      listener.onDisconnect(ended.reason(), ended.description());
    } catch (Throwable e) {
      SocketIOServer.LOG.log(Level.WARNING, "A listener of a connection failed", e);
    }
  }
}
