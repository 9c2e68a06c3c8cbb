package dev.socketee.server;

import dev.socketee.Limit;
import dev.socketee.engine.TransportName;
import dev.socketee.protocol.socket.SocketPacket;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sends to one socket, on its way to the listeners, and the limits of that. */
final class SocketInbox {

  /** What a client is told that waits for the answer to an event that was dropped. */
  private static final Map<String, String> DROPPED = Map.of("message", "Too many events");

  private final ServerSocket socket;
  private final Client client;
  private final Mailbox mailbox;

  /** {@code null} if the client may send as many events as it likes. */
  private final @Nullable RateLimit rate;

  SocketInbox(ServerSocket socket, Client client) {
    this.socket = socket;
    this.client = client;
    NamespaceOptions options = socket.namespace().options();
    mailbox =
        new Mailbox(
            client.executor(), client.timer(), options.mailboxEvents(), options.mailboxBytes());
    rate = RateLimit.of(options.eventsPerSecond(), client.timer());
  }

  /**
   * An event for the listeners.
   *
   * @param carrier what brought it, on this thread
   */
  void event(SocketPacket.Event packet, long size, TransportName carrier) {
    if (rate == null || rate.admits(client.timer().nanoTime())) {
      bring(new EventTask(socket, packet, size), carrier);
    } else {
      overrun(
          Limit.EVENTS_PER_SECOND,
          "more than "
              + socket.namespace().options().eventsPerSecond()
              + " events per second of socket "
              + socket.label());
    }
  }

  /**
   * Here and now if nothing can block, else in its turn; and not on the thread of a polling
   * request: it has the request context of that, which is not that of a handler.
   */
  private void bring(EventTask task, TransportName carrier) {
    Mailbox.Outcome outcome =
        carrier == TransportName.WEBSOCKET && socket.isNonBlocking(task.event())
            ? mailbox.runHere(task, client.executor())
            : Mailbox.Outcome.BUSY;
    if (outcome == Mailbox.Outcome.BUSY) {
      take(task);
    } else {
      settle(outcome);
    }
  }

  private void take(EventTask task) {
    MailboxOverflow overflow = socket.namespace().options().mailboxOverflow();
    Mailbox.Outcome outcome =
        overflow == MailboxOverflow.DROP_OLDEST
            ? mailbox.offerByDropping(task)
            : mailbox.offer(task);
    if (outcome == Mailbox.Outcome.FULL && overflow != MailboxOverflow.DISCONNECT) {
      task.dropped();
    } else {
      settle(outcome);
    }
  }

  /** Has a task run in its turn. */
  void offer(Mailbox.Task task) {
    settle(mailbox.offer(task));
  }

  private void settle(Mailbox.Outcome outcome) {
    switch (outcome) {
      case QUEUED, CLOSED, BUSY, DONE -> {}
      case FULL -> overrun(Limit.MAILBOX, tooMany());
      case REJECTED ->
          overrun(Limit.HANDLER_THREADS, "no thread for the listeners of socket " + socket.label());
    }
  }

  private String tooMany() {
    return "more events of socket " + socket.label() + " are waiting than allowed";
  }

  /** An event is not delivered, because there are too many; its client is told if it waits. */
  void drop(SocketPacket.Event packet) {
    client.dropped(Limit.MAILBOX, socket.namespace().name(), tooMany());
    new ClientAck(socket, packet.ackId()).send(DROPPED);
  }

  private void overrun(Limit limit, String what) {
    client.overrun(limit, socket.namespace().name(), what);
  }

  /** Drops what waits and takes nothing more. */
  void close() {
    mailbox.close();
  }

  /** Likewise, and has one last task run. */
  void close(Mailbox.Task last) {
    mailbox.close(last);
  }

  @Override
  public String toString() {
    return mailbox.toString();
  }
}
