package dev.socketee.it.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The process of a server: what it prints goes into a file, and it never outlives the JVM of the
 * tests.
 */
public final class ServerProcess {

  private static final Duration STOP = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 100;
  private static final int TAIL_LINES = 60;

  private final Process process;
  private final Path output;
  private final Thread killer;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
    this.killer = new Thread(() -> kill(process.toHandle()));
    Runtime.getRuntime().addShutdownHook(killer);
  }

  /**
   * Starts a process. Its standard input is a pipe, see {@link #process()}.
   *
   * @param builder the command, the folder and the environment
   * @param output the file for all that it prints; replaced
   * @throws IOException if there is no such command
   */
  public static ServerProcess start(ProcessBuilder builder, Path output) throws IOException {
    Files.createDirectories(output.toAbsolutePath().getParent());
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    return new ServerProcess(process, output);
  }

  /** The process. */
  public Process process() {
    return process;
  }

  /** The file of what the process prints. */
  public Path output() {
    return output;
  }

  /**
   * Waits for something about the server.
   *
   * @param what for the message
   * @param condition asked now and then
   * @throws IOException if it does not happen in time, or if the process ends before; the message
   *     has the end of the output
   */
  public void await(String what, Duration time, BooleanSupplier condition) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    while (!condition.getAsBoolean()) {
      if (!process.isAlive()) {
        throw new IOException("The server has ended before " + what + ":\n" + tail());
      }
      if (System.nanoTime() - end > 0) {
        throw new IOException("Not within " + time + ": " + what + "\n" + tail());
      }
      awaitNews();
    }
  }

  /** Whether the process has printed this. */
  public boolean hasPrinted(String text) {
    return printed().contains(text);
  }

  /** What the process has printed so far. */
  public String printed() {
    try {
      return Files.readString(output, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the process to end, and waits until it has; see {@link RunningServer#stop()}. */
  public void stop() throws IOException {
    process.destroy();
    awaitEnd();
  }

  /** Waits until the process has ended, after it has been told to. */
  public void awaitEnd() throws IOException {
    boolean ended = ended(STOP);
    close();
    if (!ended) {
      throw new IOException("The server did not end within " + STOP + ":\n" + tail());
    }
  }

  /** Kills the process, and those that it has started, if it is still there. */
  public void close() {
    kill(process.toHandle());
    ended(STOP);
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // the JVM of the tests is ending: that hook is what called this, or will find nothing to do
      System.Logger log = System.getLogger(ServerProcess.class.getName());
      log.log(System.Logger.Level.DEBUG, "The JVM is ending", e);
    }
  }

  /** The end of what the process has printed. */
  public String tail() {
    List<String> lines = printed().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
  }

  private boolean ended(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void kill(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Nothing tells of a process's progress but its end. */
  private void awaitNews() throws IOException {
    try {
      boolean unused = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a server", e);
    }
  }
}
