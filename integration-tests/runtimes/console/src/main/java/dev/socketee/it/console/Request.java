package dev.socketee.it.console;

import java.nio.file.Path;

/**
 * A line on the standard input of a server.
 *
 * @param number which one it is, from 1 on; the answer has it, too
 * @param command what is asked for
 * @param application the name of the application; empty for {@link Command#STOP}
 * @param war the file, for {@link Command#DEPLOY}; otherwise empty
 */
public record Request(int number, Command command, String application, Path war) {

  private static final Path NONE = Path.of("");

  /** What can be asked for. */
  public enum Command {
    /** Deploys an application. */
    DEPLOY,
    /** Undeploys an application. */
    UNDEPLOY,
    /** Ends the server, and its process. */
    STOP
  }

  /** A request to deploy an application. */
  public static Request deploy(int number, String application, Path war) {
    return new Request(number, Command.DEPLOY, application, war);
  }

  /** A request to undeploy an application. */
  public static Request undeploy(int number, String application) {
    return new Request(number, Command.UNDEPLOY, application, NONE);
  }

  /** A request to end. */
  public static Request stop(int number) {
    return new Request(number, Command.STOP, "", NONE);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is not one that {@link #toString()} has made
   */
  public static Request parse(String line) {
    String[] words = line.split(" ", 4);
    if (words.length != 4) {
      throw new IllegalArgumentException("A request has four words: " + line);
    }
    return new Request(
        Integer.parseInt(words[0]), Command.valueOf(words[1]), words[2], Path.of(words[3]));
  }

  /** The line, without its end. */
  @Override
  public String toString() {
    return number + " " + command + " " + application + " " + war;
  }
}
