package dev.socketee.test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Keeps every record of level {@code WARNING} and above that reaches the root logger, as one line
 * each. {@link System.Logger} ends here by default, and so do the loggers of Weld and Yasson.
 */
final class WarningRecorder extends Handler implements AutoCloseable {

  private static final Logger ROOT = Logger.getLogger("");

  private final ReentrantLock lock = new ReentrantLock();
  private final List<String> lines = new ArrayList<>();
  private final SimpleFormatter formatter = new SimpleFormatter();

  private WarningRecorder() {
    setLevel(Level.WARNING);
  }

  /** Starts to record, until {@link #close}. */
  static WarningRecorder start() {
    WarningRecorder recorder = new WarningRecorder();
    ROOT.addHandler(recorder);
    return recorder;
  }

  /** Takes what was recorded since the last call. */
  List<String> drain() {
    lock.lock();
    try {
      List<String> taken = List.copyOf(lines);
      lines.clear();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record)) {
      return;
    }
    String line =
        record.getLevel().getName()
            + " "
            + record.getLoggerName()
            + ": "
            + formatter.formatMessage(record)
            + (record.getThrown() == null ? "" : " (" + record.getThrown() + ")");
    lock.lock();
    try {
      lines.add(line);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
  }
}
