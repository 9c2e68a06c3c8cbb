package dev.socketee.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The log of the server. Tests that provoke errors do it in a stretch of the log that is announced,
 * so that the check at the end knows.
 */
public final class ServerLog {

  /** The announced stretches, "from to" in bytes, a line each. As old as the log. */
  private static final Path STRETCHES = TestServer.log().resolveSibling("announced.txt");

  private ServerLog() {}

  /** An action that may throw anything. */
  @FunctionalInterface
  public interface Provocation {
    /** Provokes. */
    void run() throws Exception;
  }

  /**
   * Does something that makes the server log errors.
   *
   * @return what was logged meanwhile
   */
  public static String provoke(Provocation provocation) throws Exception {
    long from = size();
    try {
      provocation.run();
    } finally {
      Files.writeString(
          STRETCHES,
          from + " " + size() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
    byte[] log = Files.readAllBytes(TestServer.log());
    return new String(log, (int) from, log.length - (int) from, StandardCharsets.UTF_8);
  }

  /**
   * The lines of the log outside of the announced stretches; none if the server was not started,
   * because a run is about other servers only.
   */
  public static List<String> unannounced() throws IOException {
    if (Files.notExists(TestServer.log())) {
      return List.of();
    }
    byte[] log = Files.readAllBytes(TestServer.log());
    for (long[] stretch : stretches()) {
      for (int i = (int) stretch[0]; i < stretch[1]; i++) {
        // keeps the lines, and their number, for whoever looks into the file
        log[i] = log[i] == '\n' ? log[i] : (byte) ' ';
      }
    }
    return new String(log, StandardCharsets.UTF_8).lines().toList();
  }

  private static List<long[]> stretches() throws IOException {
    List<long[]> stretches = new ArrayList<>();
    if (Files.exists(STRETCHES)) {
      for (String line : Files.readAllLines(STRETCHES)) {
        String[] ends = line.split(" ", -1);
        stretches.add(new long[] {Long.parseLong(ends[0]), Long.parseLong(ends[1])});
      }
    }
    return stretches;
  }

  private static long size() {
    try {
      return Files.size(TestServer.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
