package dev.socketee.server;

import dev.socketee.protocol.socket.SocketPacket;

/** An event of a client on its way to the listeners. */
final class EventTask extends Mailbox.Task {

  private final ServerSocket socket;
  private final SocketPacket.Event event;
  private final long size;

  EventTask(ServerSocket socket, SocketPacket.Event event, long size) {
    this.socket = socket;
    this.event = event;
    this.size = size;
  }

  /** The name of the event. */
  String event() {
    return event.event();
  }

  @Override
  void run() {
    socket.dispatch(event);
  }

  @Override
  long size() {
    return size;
  }

  @Override
  boolean droppable() {
    return true;
  }

  @Override
  void dropped() {
    socket.drop(event);
  }
}
