package dev.socketee.server;

import dev.socketee.Ack;
import dev.socketee.protocol.socket.SocketPacket;
import dev.socketee.spi.Emission;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Answers one event of a client, once. */
final class ClientAck implements Ack<Object> {

  private final ServerSocket socket;
  private final long id;
  private final AtomicBoolean sent = new AtomicBoolean();

  /**
   * For one event.
   *
   * @param id the id to answer with, {@link SocketPacket#NO_ACK} if no answer is wanted
   */
  ClientAck(ServerSocket socket, long id) {
    this.socket = socket;
    this.id = id;
  }

  @Override
  public boolean requested() {
    return id != SocketPacket.NO_ACK;
  }

  @Override
  public void send(@Nullable Object argument) {
    reply(Collections.singletonList(argument));
  }

  @Override
  public void sendAll(@Nullable Object... arguments) {
    reply(Arrays.asList(arguments));
  }

  /** What cannot be encoded does not count as the answer. */
  private void reply(List<? extends @Nullable Object> arguments) {
    if (!requested() || sent.get() || !socket.connected()) {
      return;
    }
    Emission answer = socket.codec().encode(arguments);
    if (sent.compareAndSet(false, true)) {
      socket.output().answer(id, answer);
    }
  }
}
