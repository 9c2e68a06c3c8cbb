package dev.socketee.server;

import dev.socketee.BroadcastAcks;
import dev.socketee.Broadcaster;
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
abstract class FanOut implements Broadcaster {

  /** Whether a time-out has been set. */
  boolean hasTimeout() {
    return false;
  }

  /** Whom it addresses at this moment. */
  abstract Collection<BroadcastOperator> targets();

  private Broadcaster narrow(UnaryOperator<BroadcastOperator> how) {
    return new Narrowed(this, how, hasTimeout());
  }

  @Override
  public final Broadcaster to(String... rooms) {
    return narrow(target -> target.to(rooms));
  }

  @Override
  public final Broadcaster to(Room room) {
    return narrow(target -> target.to(room));
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return to(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return narrow(target -> target.except(rooms));
  }

  @Override
  public final Broadcaster except(Room room) {
    return narrow(target -> target.except(room));
  }

  @Override
  public final Broadcaster except(Socket socket) {
    return narrow(target -> target.except(socket));
  }

  @Override
  public final Broadcaster asVolatile() {
    return narrow(BroadcastOperator::asVolatile);
  }

  /** Encoded once, whatever the number of targets. */
  @Override
  public final void emit(String event, @Nullable Object... arguments) {
    OnceEncoded encoded = new OnceEncoded(event, arguments);
    targets().forEach(target -> target.emit(encoded));
  }

  @Override
  public final Broadcaster local() {
    return narrow(BroadcastOperator::local);
  }

  @Override
  public final Broadcaster compress(boolean compress) {
    return narrow(target -> target.compress(compress));
  }

  @Override
  public final Broadcaster timeout(Duration timeout) {
    Duration bounded = Waits.timeout(timeout);
    return new Narrowed(this, target -> target.timeout(bounded), true);
  }

  /** One answer, when all targets have theirs. */
  @Override
  @SuppressWarnings("NullAway") // does not see in a class file that the arguments may be null
  public final CompletionStage<BroadcastAcks> emitWithAck(
      String event, @Nullable Object... arguments) {
    LocalNamespace.requireNotReserved(event);
    if (!hasTimeout()) {
      throw new IllegalStateException(
          "A broadcast that asks for acknowledgements needs a timeout(...): a client that never"
              + " answers would keep the others' answers away for ever");
    }
    List<CompletionStage<BroadcastAcks>> all = new ArrayList<>();
    targets().forEach(target -> all.add(target.emitWithAck(event, arguments)));
    return Derived.of(all, FanOut::merge);
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
