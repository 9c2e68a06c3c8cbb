package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.RemoteSocket;
import dev.socketee.Room;
import dev.socketee.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Addresses several broadcasters at once: those that there are when something is emitted. */
abstract class FanOut implements EncodedBroadcaster {

  /** Whether a time-out has been set. */
  boolean hasTimeout() {
    return false;
  }

  /** Whom it addresses at this moment. */
  abstract Collection<BroadcastOperator> targets();

  private FanOut narrow(UnaryOperator<BroadcastOperator> how) {
    return new Narrowed(this, how, hasTimeout());
  }

  @Override
  public final FanOut to(String... rooms) {
    return narrow(target -> target.to(rooms));
  }

  @Override
  public final FanOut to(Room room) {
    return narrow(target -> target.to(room));
  }

  @Override
  public final FanOut in(String... rooms) {
    return to(rooms);
  }

  @Override
  public final FanOut except(String... rooms) {
    return narrow(target -> target.except(rooms));
  }

  @Override
  public final FanOut except(Room room) {
    return narrow(target -> target.except(room));
  }

  @Override
  public final FanOut except(Socket socket) {
    return narrow(target -> target.except(socket));
  }

  @Override
  public final FanOut asVolatile() {
    return narrow(BroadcastOperator::asVolatile);
  }

  /** Encoded once, whatever the number of targets. */
  @Override
  public final void emit(String event, @Nullable Object... arguments) {
    emit(new OnceEncoded(event, arguments));
  }

  @Override
  public final void emit(OnceEncoded event) {
    targets().forEach(target -> target.emit(event));
  }

  @Override
  public final FanOut local() {
    return narrow(BroadcastOperator::local);
  }

  @Override
  public final FanOut compress(boolean compress) {
    return narrow(target -> target.compress(compress));
  }

  @Override
  public final FanOut timeout(Duration timeout) {
    Duration bounded = Waits.timeout(timeout);
    return new Narrowed(this, target -> target.timeout(bounded), true);
  }

  /** One answer, when all targets have theirs. */
  @Override
  @SuppressWarnings("NullAway") // does not see in a class file that the arguments may be null
  public final CompletionStage<BroadcastAcks> emitWithAck(
      String event, @Nullable Object... arguments) {
    return emitWithAck(new OnceEncoded(event, arguments));
  }

  @Override
  public final CompletionStage<BroadcastAcks> emitWithAck(OnceEncoded event) {
    requireTimeout();
    List<CompletionStage<BroadcastAcks>> all = new ArrayList<>();
    targets().forEach(target -> all.add(target.emitWithAck(event)));
    return Derived.of(all, FanOut::merge);
  }

  @Override
  public final void requireTimeout() {
    if (!hasTimeout()) {
      throw Broadcasts.noTimeout();
    }
  }

  private static BroadcastAcks merge(List<BroadcastAcks> all) {
    List<BroadcastAcks.Response> responses = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    int expected = 0;
    boolean complete = true;
    for (BroadcastAcks acks : all) {
      responses.addAll(acks.responses());
      missing.addAll(acks.missing());
      expected += acks.expected();
      complete &= acks.complete();
    }
    return new BroadcastAcks(responses, missing, expected, complete);
  }

  /** As in the reference: of which namespace a socket is could not be said. */
  @Override
  public final CompletionStage<List<RemoteSocket>> fetchSockets() {
    throw new UnsupportedOperationException(
        "fetchSockets() is not supported on parent namespaces; ask each of its children");
  }

  @Override
  public final void socketsJoin(String... rooms) {
    targets().forEach(target -> target.socketsJoin(rooms));
  }

  @Override
  public final void socketsLeave(String... rooms) {
    targets().forEach(target -> target.socketsLeave(rooms));
  }

  @Override
  public final void disconnectSockets(boolean close) {
    targets().forEach(target -> target.disconnectSockets(close));
  }

  /** The same, but some. */
  private static final class Narrowed extends FanOut {

    private final FanOut all;
    private final UnaryOperator<BroadcastOperator> how;
    private final boolean timeout;

    Narrowed(FanOut all, UnaryOperator<BroadcastOperator> how, boolean timeout) {
      this.all = all;
      this.how = how;
      this.timeout = timeout;
    }

    @Override
    public SocketIOServer server() {
      return all.server();
    }

    @Override
    boolean hasTimeout() {
      return timeout;
    }

    @Override
    Collection<BroadcastOperator> targets() {
      return all.targets().stream().map(how).toList();
    }

    @Override
    public String toString() {
      return "Broadcaster[some of " + all + "]";
    }
  }
}
