package dev.socketee.server;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.Socket;
import org.jspecify.annotations.Nullable;

/** A broadcaster that also is something else. */
abstract class BroadcastView implements Broadcaster {

  /** Whom it addresses. */
  abstract BroadcastOperator targets();

  @Override
  public final Broadcaster to(String... rooms) {
    return targets().to(rooms);
  }

  @Override
  public final Broadcaster to(Room room) {
    return targets().to(room);
  }

  @Override
  public final Broadcaster in(String... rooms) {
    return targets().in(rooms);
  }

  @Override
  public final Broadcaster except(String... rooms) {
    return targets().except(rooms);
  }

  @Override
  public final Broadcaster except(Room room) {
    return targets().except(room);
  }

  @Override
  public final Broadcaster except(Socket socket) {
    return targets().except(socket);
  }

  @Override
  public final Broadcaster asVolatile() {
    return targets().asVolatile();
  }

  @Override
  public final void emit(String event, @Nullable Object... arguments) {
    targets().emit(event, arguments);
  }
}
