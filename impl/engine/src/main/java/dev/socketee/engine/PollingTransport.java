package dev.socketee.engine;

import dev.socketee.engine.http.HttpExchange;
import dev.socketee.engine.http.HttpResponse;
import dev.socketee.protocol.engine.EngineFrame;
import dev.socketee.protocol.engine.EnginePacket;
import dev.socketee.protocol.engine.Payload;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * HTTP long-polling: at most one GET waits for packets and one POST brings some (reference 1.2).
 * The session's lock guards all fields.
 */
final class PollingTransport implements Transport {

  private static final Logger LOG = System.getLogger("dev.socketee.engine");

  private final LiveSession session;
  private final Responses responses;
  private @Nullable HttpExchange poll;
  private @Nullable HttpExchange post;
  private boolean postArrived;
  private boolean first = true;

  private @Nullable HttpExchange claimedPoll;
  private List<EngineFrame> claimed = List.of();
  private boolean claimedFirst;

  PollingTransport(LiveSession session, Responses responses) {
    this.session = session;
    this.responses = responses;
  }

  @Override
  public TransportName name() {
    return TransportName.POLLING;
  }

  @Override
  public boolean writable() {
    return poll != null && !writing();
  }

  @Override
  public boolean writing() {
    return claimedPoll != null;
  }

  @Override
  public void claim(Outbox outbox) {
    claimedPoll = poll;
    claimed = outbox.drain();
    claimedFirst = first;
    first = false;
    poll = null;
  }

  @Override
  public void write() {
    HttpExchange exchange = claimedPoll;
    try {
      if (exchange != null) {
        exchange.respond(response(exchange, claimed, claimedFirst));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "answering a poll failed", e);
      session.lost(this, CloseReason.TRANSPORT_ERROR, "poll write failed: " + e);
    }
    session.written(this);
  }

  @Override
  public void release() {
    claimedPoll = null;
    claimed = List.of();
  }

  private HttpResponse response(HttpExchange exchange, List<EngineFrame> frames, boolean opening) {
    PollBody body = session.dialect().payload(frames);
    return opening
        ? responses.firstPoll(exchange.request(), session.id(), body)
        : responses.poll(exchange.request(), body);
  }

  /**
   * Keeps a GET until there is something to say. Lock held. {@code false} if one is waiting
   * already.
   */
  boolean park(HttpExchange exchange) {
    if (poll != null) {
      return false;
    }
    poll = exchange;
    return true;
  }

  /** Whether that GET is the one that waits. Lock held. */
  boolean isParked(HttpExchange exchange) {
    return poll == exchange;
  }

  /** Whether any GET waits. Lock held. */
  boolean isParked() {
    return poll != null;
  }

  /** Notes a POST whose body is to be read. Lock held. {@code false} if there is one already. */
  boolean beginPost(HttpExchange exchange) {
    if (post != null) {
      return false;
    }
    post = exchange;
    postArrived = false;
    return true;
  }

  /** Its body is there, and it will be answered by whoever handles that. Lock held. */
  void postArrived() {
    postArrived = true;
  }

  /** It has been handled. Lock held. */
  void endPost(HttpExchange exchange) {
    if (post == exchange) {
      post = null;
    }
  }

  @Override
  public Runnable retire(List<EngineFrame> lastWords, int closeCode) {
    HttpExchange waiting = poll;
    HttpExchange arriving = postArrived ? null : post;
    boolean opening = first;
    poll = null;
    post = null;
    return () -> {
      if (waiting != null) {
        waiting.respond(response(waiting, lastWords, opening));
      }
      if (arriving != null) {
        arriving.respond(responses.empty(arriving.request(), 400));
      }
    };
  }

  /**
   * Delivers the packets of a POST; those before a malformed one, and then its failure. No lock
   * held.
   */
  void deliver(byte[] body, boolean octets, int maxPackets) {
    Payload payload = session.dialect().decode(body, octets, maxPackets);
    for (EnginePacket packet : payload.packets()) {
      session.receive(this, packet);
    }
    if (payload.failure() != null) {
      session.malformed(this, payload.failure());
    }
  }
}
