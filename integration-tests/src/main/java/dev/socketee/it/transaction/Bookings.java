package dev.socketee.it.transaction;

import dev.socketee.Broadcaster;
import dev.socketee.Room;
import dev.socketee.SocketIO;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.RoomName;
import jakarta.annotation.Resource;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.inject.Inject;

/** An enterprise bean: the container begins and ends the transactions of its methods. */
@Stateless
public class Bookings {

  @Inject
  @Namespace("/transactions")
  Broadcaster everyone;

  @Inject
  @Namespace("/transactions")
  @RoomName("nobody")
  Room nobody;

  @Inject SocketIO io;

  @Resource
  @SuppressWarnings("NullAway.Init") // injected
  SessionContext context;

  /** Emits in several ways, in the order of the letters. */
  public void book(String id, Ending ending) {
    everyone.afterCommit().to(id).emit("said", "a");
    everyone.to(id).emit("said", "at once");
    nobody.afterCommit().to(id).emit("said", "b");
    io.of("/transactions").socket(id).orElseThrow().afterCommit().emit("said", "c");
    io.of("/transactions").room(id).afterCommit().emit("said", "d");
    ending.end(context::setRollbackOnly);
  }

  /** The same, on another thread. */
  @Asynchronous
  public void bookLater(String id, Ending ending) {
    book(id, ending);
  }

  /** The same, soon. */
  public void bookByTimer(String id) {
    TimerConfig config = new TimerConfig(id, false);
    Timer unused = context.getTimerService().createSingleActionTimer(1, config);
  }

  @Timeout
  void book(Timer timer) {
    book((String) timer.getInfo(), Ending.COMMIT);
  }
}
