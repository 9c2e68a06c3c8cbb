package dev.socketee.server;

import dev.socketee.engine.CloseReason;
import dev.socketee.engine.SessionListener;
import dev.socketee.engine.TransportName;
import org.jspecify.annotations.Nullable;

/** Listens to a session that was refused. */
enum DeafListener implements SessionListener {
  INSTANCE;

  @Override
  public void onText(String data, TransportName carrier) {}

  @Override
  public void onBinary(byte[] data, TransportName carrier) {}

  @Override
  public void onClose(CloseReason reason, @Nullable String description) {}
}
