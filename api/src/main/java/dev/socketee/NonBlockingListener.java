package dev.socketee;

import java.util.Objects;

/** A listener that says of itself that it does not block. */
record NonBlockingListener(EventListener listener) implements EventListener {

  NonBlockingListener {
    Objects.requireNonNull(listener);
  }

  @Override
  public void onEvent(Args arguments, Ack<Object> ack) throws Exception {
    listener.onEvent(arguments, ack);
  }

  @Override
  public boolean mayBlock() {
    return false;
  }
}
