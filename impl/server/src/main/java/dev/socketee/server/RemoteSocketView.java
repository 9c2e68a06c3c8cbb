package dev.socketee.server;

import dev.socketee.AckTimeoutException;
import dev.socketee.Args;
import dev.socketee.BroadcastAcks;
import dev.socketee.Emitter;
import dev.socketee.Handshake;
import dev.socketee.RemoteSocket;
import dev.socketee.spi.BroadcastOptions;
import dev.socketee.spi.SocketDetails;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A socket on another server, as that one described it. Immutable. */
final class RemoteSocketView implements RemoteSocket {

  private final LocalNamespace namespace;
  private final String id;
  private final Handshake handshake;
  private final Set<String> rooms;
  private final Map<String, Object> data;

  RemoteSocketView(LocalNamespace namespace, SocketDetails details) {
    this.namespace = namespace;
    id = details.id();
    NodeSockets sockets = namespace.sockets();
    handshake = new RemoteHandshake(object(sockets.decode(details.handshake())), sockets);
    rooms = Set.copyOf(details.rooms());
    data = Collections.unmodifiableMap(object(sockets.decode(details.data())));
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are strings
  private static Map<String, Object> object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new IllegalArgumentException("handshake and data of a socket are JSON objects");
  }

  /** Emits to it through the adapter. */
  private record Remote(RemoteSocketView socket, EmitFlags flags) implements EncodedEmitter {

    @Override
    public Remote asVolatile() {
      return new Remote(socket, flags.asVolatile());
    }

    @Override
    public Remote compress(boolean compress) {
      return new Remote(socket, flags.compressed(compress));
    }

    @Override
    public Remote timeout(Duration timeout) {
      return new Remote(socket, flags.within(timeout));
    }

    @Override
    public void emit(String event, @Nullable Object... arguments) {
      emit(new OnceEncoded(event, arguments));
    }

    @Override
    public void emit(OnceEncoded event) {
      socket.broadcasts().emit(options(), event);
    }

    @Override
    public void requireTimeout() {
      Duration unused = Broadcasts.requireTimeout(options());
    }

    @Override
    public SocketIOServer server() {
      return socket.namespace.server();
    }

    private BroadcastOptions options() {
      return flags.to(socket.id);
    }

    @Override
    public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
      return emitWithAck(new OnceEncoded(event, arguments));
    }

    @Override
    public CompletionStage<Args> emitWithAck(OnceEncoded event) {
      return Derived.of(
          List.of(socket.broadcasts().emitWithAck(options(), event)),
          answers -> first(answers.get(0)));
    }

    private static Args first(BroadcastAcks acks) {
      List<BroadcastAcks.Response> responses = acks.responses();
      if (responses.isEmpty()) {
        throw new AckTimeoutException();
      }
      return responses.get(0).args();
    }
  }

  private Broadcasts broadcasts() {
    return namespace.broadcasts();
  }

  private Remote emitter() {
    return new Remote(this, EmitFlags.NONE);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String namespaceName() {
    return namespace.name();
  }

  @Override
  public Handshake handshake() {
    return handshake;
  }

  @Override
  public Map<String, Object> data() {
    return data;
  }

  @Override
  public Set<String> rooms() {
    return rooms;
  }

  @Override
  public void join(String... names) {
    broadcasts().join(EmitFlags.NONE.to(id), names);
  }

  @Override
  public void leave(String room) {
    broadcasts().leave(EmitFlags.NONE.to(id), room);
  }

  @Override
  public void disconnect(boolean close) {
    broadcasts().disconnect(EmitFlags.NONE.to(id), close);
  }

  @Override
  public Emitter asVolatile() {
    return emitter().asVolatile();
  }

  @Override
  public Emitter compress(boolean compress) {
    return emitter().compress(compress);
  }

  @Override
  public Emitter timeout(Duration timeout) {
    return emitter().timeout(timeout);
  }

  @Override
  public Emitter afterCommit() {
    return emitter().afterCommit();
  }

  @Override
  public void emit(String event, @Nullable Object... arguments) {
    emitter().emit(event, arguments);
  }

  @Override
  public CompletionStage<Args> emitWithAck(String event, @Nullable Object... arguments) {
    return emitter().emitWithAck(event, arguments);
  }

  @Override
  public String toString() {
    return "RemoteSocket[" + id + ", " + namespace.name() + "]";
  }
}
