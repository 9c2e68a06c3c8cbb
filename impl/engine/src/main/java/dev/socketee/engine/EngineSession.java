package dev.socketee.engine;

import dev.socketee.engine.http.EngineRequest;
import dev.socketee.protocol.engine.EngineFrame;
import java.util.List;

/**
 * A connection, as the layer above sees it: whatever transport carries it. Thread-safe; no method
 * blocks.
 */
public interface EngineSession {

  /** The id of the connection: a secret between client and server, not to be logged or shown. */
  String id();

  /** The request that opened it. */
  EngineRequest request();

  /** The version of the protocol that the client speaks. */
  EngineProtocol protocol();

  /** The transport in use. */
  TransportName transport();

  /** Whether it is over: its listener has been told, or is being told. */
  boolean closed();

  /** Whether the transport can take a packet at this moment. */
  boolean writable();

  /** Sets who watches, instead of whoever has watched so far. */
  void observe(SessionObserver observer);

  /**
   * Queues messages, which nothing will separate. Ignored when the session is closing or closed. A
   * queue beyond its limits ends the session with {@link CloseReason#TRANSPORT_ERROR}.
   *
   * @param frames message frames, shared between sessions and not to be modified
   */
  void send(List<EngineFrame> frames);

  /**
   * Queues messages as {@link #send(List)} does, but writes nothing: {@link #writeQueued(List)} has
   * to follow soon. For who must keep an order that it holds a lock for, and must not write under
   * it.
   *
   * @param frames message frames, shared between sessions and not to be modified
   * @return {@code false} if they were ignored, and there is nothing to write
   */
  boolean enqueue(List<EngineFrame> frames);

  /**
   * Writes what was {@linkplain #enqueue enqueued}, or ends the session if it was too much.
   *
   * @param frames the same
   */
  void writeQueued(List<EngineFrame> frames);

  /** Queues one message; as {@link #send(List)}. */
  default void send(EngineFrame frame) {
    send(List.of(frame));
  }

  /**
   * Sends messages if the transport can take them at this moment (a poll is pending, no send is in
   * flight), all or none.
   *
   * @return whether they were sent
   */
  boolean sendVolatile(List<EngineFrame> frames);

  /**
   * Closes the session once what is queued has been sent. If that is possible at once, its listener
   * has been told {@link CloseReason#FORCED_CLOSE} when this returns.
   */
  void close();

  /**
   * Ends the session at once, with what is queued unsent, because the client is entitled to it no
   * longer: its listener has been told {@link CloseReason#REVOKED} when this returns, a WebSocket
   * is closed with code 1008 (RFC 6455, 7.4.1), and a poll that waits hears of the close.
   *
   * @param description details for the listener
   */
  void revoke(String description);
}
