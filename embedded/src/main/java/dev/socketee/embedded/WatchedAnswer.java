package dev.socketee.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.XnioIoThread;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Where an answer is written to, which fails when nothing has got through for too long. A timer is
 * set for a write that does not get through only, and looks whether later ones did.
 */
final class WatchedAnswer extends AbstractStreamSinkConduit<StreamSinkConduit> {

  private static final long NOT_STUCK = Long.MIN_VALUE;

  private final XnioIoThread timer;
  private final long patience;
  private final AtomicBoolean watched = new AtomicBoolean();
  private volatile long stuckSince = NOT_STUCK;
  private volatile boolean givenUp;

  WatchedAnswer(StreamSinkConduit next, XnioIoThread timer, Duration patience) {
    super(next);
    this.timer = timer;
    this.patience = patience.toNanos();
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    check();
    return (int) noted(next.write(source));
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    check();
    return noted(next.write(sources, offset, length));
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    check();
    return (int) noted(next.writeFinal(source));
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    check();
    return noted(next.writeFinal(sources, offset, length));
  }

  @Override
  public long transferFrom(FileChannel source, long position, long count) throws IOException {
    check();
    return noted(next.transferFrom(source, position, count));
  }

  @Override
  public long transferFrom(StreamSourceChannel source, long count, ByteBuffer buffer)
      throws IOException {
    check();
    return next.transferFrom(source, count, buffer); // it may be the source that has nothing
  }

  /** Who waits on its own thread is not woken up, and has to look by itself. */
  @Override
  public void awaitWritable() throws IOException {
    next.awaitWritable(patience, TimeUnit.NANOSECONDS);
  }

  @Override
  public void terminateWrites() throws IOException {
    stuckSince = NOT_STUCK;
    next.terminateWrites();
  }

  @Override
  public void truncateWrites() throws IOException {
    stuckSince = NOT_STUCK;
    next.truncateWrites();
  }

  private void check() throws IOException {
    if (givenUp) {
      throw new IOException("the client takes nothing of its answer");
    }
  }

  private long noted(long written) {
    if (written != 0) {
      stuckSince = NOT_STUCK;
    } else if (stuckSince == NOT_STUCK) {
      stuckSince = System.nanoTime();
      if (watched.compareAndSet(false, true)) {
        watch(patience);
      }
    }
    return written;
  }

  private void watch(long nanos) {
    timer.executeAfter(this::look, nanos, TimeUnit.NANOSECONDS);
  }

  private void look() {
    long since = stuckSince;
    if (since == NOT_STUCK) {
      watched.set(false);
      if (stuckSince != NOT_STUCK && watched.compareAndSet(false, true)) {
        watch(patience); // it has got stuck just now, when there still seemed to be a timer
      }
      return;
    }
    long left = patience - (System.nanoTime() - since);
    if (left > 0) {
      watch(left);
    } else {
      givenUp = true;
      next.wakeupWrites(); // whoever writes tries again, and fails
    }
  }
}
