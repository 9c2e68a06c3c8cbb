package dev.socketee;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The connection below a {@link Socket}: the Engine.IO session that carries it, together with all
 * other sockets of the same client. For looking at, and for measuring; an application that only
 * exchanges events needs none of this.
 *
 * <p>Thread-safe. Listeners cost nothing where there are none. They are called outside all locks,
 * on whatever thread carries the packet: one of the container, of the timer, or the one that emits.
 * So they must not block, and two of them can run at the same time; what they throw goes to the
 * log. They cannot be removed: they end with the connection.
 *
 * <p>Source: reference 2.3, Socket: {@code conn}.
 */
public interface Connection {

  /**
   * The transport in use.
   *
   * @return {@code polling} or {@code websocket}
   */
  String transport();

  /**
   * The version of the Engine.IO protocol that the client speaks.
   *
   * @return {@code 4}, or {@code 3} for a client of before Socket.IO 3
   */
  int protocol();

  /**
   * Whether it began with long-polling and has moved on to WebSocket.
   *
   * @return {@code false} before that, and for a connection that began with WebSocket
   */
  boolean upgraded();

  /**
   * The address of the peer of the TCP connection; behind a proxy, what the server makes of it.
   *
   * @return the address of the request that opened the connection
   */
  String remoteAddress();

  /**
   * Whether the transport could take a packet at this moment: a poll is pending, no send is in
   * flight. If not, packets are queued, and volatile ones dropped.
   *
   * @return {@code false} also when it is closing or closed
   */
  boolean writable();

  /**
   * Whether it is over.
   *
   * @return {@code true} once {@linkplain #onClose the listeners} have been told, or are being told
   */
  boolean closed();

  /**
   * Closes the connection once what is queued has been sent. Its sockets end with {@link
   * DisconnectReason#FORCED_CLOSE}; the client sees {@code transport close}, and reconnects.
   * Nothing happens if it is closed.
   */
  void close();

  /**
   * Registers a listener for the upgrade.
   *
   * @param listener is told the name of the new transport; never called if it has been upgraded
   *     already
   * @return this connection
   */
  Connection onUpgrade(Consumer<? super String> listener);

  /**
   * Registers a listener for packets of the client, heartbeats among them. It is called before the
   * packet is dealt with.
   *
   * @param listener the listener
   * @return this connection
   */
  Connection onPacket(Consumer<? super Packet> listener);

  /**
   * Registers a listener for packets to the client, heartbeats among them. It is called when the
   * packet is queued; whether the client will ever fetch it is not known then.
   *
   * @param listener the listener
   * @return this connection
   */
  Connection onPacketCreate(Consumer<? super Packet> listener);

  /**
   * Registers a listener for answered heartbeats.
   *
   * @param listener called when the client has answered a ping, or, if it speaks protocol 3, sent
   *     one
   * @return this connection
   */
  Connection onHeartbeat(Runnable listener);

  /**
   * Registers a listener for an empty queue.
   *
   * @param listener called when all that was queued has been handed to the client's connection
   * @return this connection
   */
  Connection onDrain(Runnable listener);

  /**
   * Registers a listener for the end. It is called after those of the sockets have been queued.
   *
   * @param listener is told why, in the words of a socket's end, with details for the log, or
   *     {@code null}; called at once if the connection is over already
   * @return this connection
   */
  Connection onClose(DisconnectListener listener);

  /**
   * A packet of Engine.IO.
   *
   * @param type {@code open}, {@code close}, {@code ping}, {@code pong}, {@code message}, {@code
   *     upgrade} or {@code noop}
   * @param data a {@link String}, or for a message of bytes a {@code byte[]} that must not be
   *     modified; {@code null} if there is none
   */
  record Packet(String type, @Nullable Object data) {}
}
