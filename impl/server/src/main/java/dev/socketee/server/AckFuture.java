package dev.socketee.server;

import dev.socketee.Args;
import java.util.concurrent.Executor;

/** The acknowledgement of one client, for who asked for it. */
final class AckFuture extends Promise<Args> implements Owed {

  private AckFuture(Executor executor) {
    super(executor);
  }

  /**
   * A future that is not done.
   *
   * @param executor where to run what is chained to it
   * @param forget called once when it is done, in whichever way; must not block
   */
  static AckFuture create(Executor executor, Runnable forget) {
    AckFuture future = new AckFuture(executor);
    future.whenOver(forget);
    return future;
  }

  @Override
  public void settle(ReceivedArgs answer) {
    super.settle(answer);
  }

  @Override
  public void fail(RuntimeException why) {
    super.fail(why);
  }
}
