package dev.socketee.server;

import dev.socketee.Args;
import dev.socketee.Limit;
import dev.socketee.SocketDisconnectedException;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.socket.JsonArguments;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.Emission;
import dev.socketee.spi.MissedEvent;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What goes from one socket to its client, and the answers to it. */
final class SocketOutput {

  private final ServerSocket socket;
  private final Client client;
  private final LocalNamespace namespace;
  private final Outlet outlet;
  private final AckRegistry acks;
  private volatile boolean recoverable;
  private volatile List<List<EngineFrame>> missed = List.of();

  SocketOutput(ServerSocket socket, Client client, LocalNamespace namespace) {
    this.socket = socket;
    this.client = client;
    this.namespace = namespace;
    NamespaceOptions options = namespace.options();
    outlet = new Outlet(client.session(), options.mailboxEvents(), options.mailboxBytes());
    acks = new AckRegistry(options.pendingAcks());
  }

  SocketIOServer server() {
    return namespace.server();
  }

  /** The CONNECT has been sent: lets out what was held. */
  void open() {
    outlet.open();
  }

  /** Nothing goes out from now on, and nobody will answer. */
  void close() {
    outlet.close();
    acks.close().forEach(owed -> owed.fail(new SocketDisconnectedException()));
  }

  /** Sends a packet of this namespace, or holds it until the CONNECT has been accepted. */
  void deliver(List<EngineFrame> packet, boolean isVolatile) {
    if (isVolatile) {
      outlet.sendVolatile(packet);
    } else if (!outlet.send(packet)) {
      overrun();
    }
  }

  private void overrun() {
    client.overrun(
        Limit.MAILBOX,
        namespace.name(),
        "more events to socket " + socket.label() + " wait for its CONNECT than allowed");
  }

  /**
   * Queues a packet that has an offset, without writing it: {@link #writeQueued} has to follow,
   * with the answer.
   */
  boolean enqueue(List<EngineFrame> packet, String offset) {
    recoverable = true;
    return outlet.enqueue(packet, offset);
  }

  /** Whether the client may have an offset, without which it cannot come back. */
  boolean isRecoverable() {
    return recoverable;
  }

  /**
   * The client has missed some events: they go out ahead of the CONNECT, and not again. If one of
   * them cannot be sent, nothing has changed.
   */
  void replay(List<MissedEvent> events) {
    List<List<EngineFrame>> packets = events.stream().map(this::packet).toList();
    outlet.leaveOut(events.stream().map(MissedEvent::offset).collect(Collectors.toSet()));
    recoverable = true;
    missed = packets;
  }

  private List<EngineFrame> packet(MissedEvent event) {
    Emission whole = NodeSockets.withOffset(event.event(), event.offset());
    return namespace.frames(SocketPacket.NO_ACK, whole, true);
  }

  /** The client is another one than what is held is for, and what it seems to have missed. */
  void renounce() {
    missed = List.of();
    outlet.renounce();
  }

  /** The CONNECT is about to be sent. */
  void sendMissed() {
    missed.forEach(packet -> client.session().send(packet));
    missed = List.of();
  }

  /** Writes what was enqueued. */
  void writeQueued(List<EngineFrame> packet, boolean queued) {
    if (!outlet.writeQueued(packet, queued)) {
      overrun();
    }
  }

  /**
   * Asks the client to acknowledge a packet; answers whether that is possible: it is not if the
   * socket is over, or owes too many acknowledgements.
   */
  boolean ask(long ackId, Owed owed) {
    return switch (acks.add(ackId, owed)) {
      case YES -> true;
      case CLOSED -> false;
      case FULL -> {
        client.limits().reached(Limit.PENDING_ACKS);
        SocketIOServer.LOG.log(
            Level.DEBUG, "A broadcast was not sent to {0}: it owes too many answers", socket);
        yield false;
      }
    };
  }

  /** Waits for an acknowledgement no longer. */
  void forget(long ackId) {
    acks.forget(ackId);
  }

  /** Sends an acknowledgement. */
  void answer(long ackId, Emission answer) {
    deliver(
        client.format().ack(namespace.name(), ackId, answer.json(), answer.attachments()).frames(),
        false);
  }

  /**
   * Emits to the one client; where it is to be recovered, as a broadcast to the room of its id, so
   * that the adapter stores it (reference 2.9).
   */
  void emit(EmitFlags flags, OnceEncoded event) {
    if (!socket.isDisconnected()) {
      Emission emission = event.by(namespace);
      if (namespace.recovery() != null && !flags.isVolatile() && socket.isReceiving()) {
        namespace.broadcasts().adapter().broadcast(emission, flags.to(socket.id()));
        return;
      }
      tell(emission);
      deliver(
          namespace.frames(SocketPacket.NO_ACK, emission, flags.compress()), flags.isVolatile());
    }
  }

  CompletionStage<Args> emitWithAck(EmitFlags flags, OnceEncoded event) {
    if (socket.isDisconnected()) {
      return CompletableFuture.failedFuture(new SocketDisconnectedException());
    }
    long ackId = namespace.nextAckId();
    Emission emission = event.by(namespace);
    List<EngineFrame> packet = namespace.frames(ackId, emission, flags.compress());
    AckFuture owed = AckFuture.create(client.executor(), () -> acks.forget(ackId));
    switch (acks.add(ackId, owed)) {
      case YES -> {}
      case CLOSED -> {
        return CompletableFuture.failedFuture(new SocketDisconnectedException());
      }
      case FULL -> {
        client.limits().reached(Limit.PENDING_ACKS);
        throw new IllegalStateException(
            "The client owes "
                + namespace.options().pendingAcks()
                + " acknowledgements already; give them a time-out, or wait for some of them");
      }
    }
    Duration timeout = flags.timeout();
    if (timeout != null) {
      owed.limit(client.timer().schedule(timeout, () -> acks.expire(ackId)));
    }
    tell(emission);
    deliver(packet, flags.isVolatile());
    return owed;
  }

  private void tell(Emission emission) {
    new OutgoingEvent(emission, socket.codec()).tell(socket);
  }

  /** The client's answer; ignored if nobody waits for it. */
  void acknowledged(long ackId, JsonArguments answer) {
    Owed owed = acks.remove(ackId);
    if (owed != null) {
      owed.settle(new ReceivedArgs(answer, socket.codec()));
    }
  }

  @Override
  public String toString() {
    return "acks=" + acks.size();
  }
}
