package dev.socketee.it.runtime;

import dev.socketee.it.console.Answer;
import dev.socketee.it.console.Container;
import dev.socketee.it.console.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A server whose main method is that of {@link dev.socketee.it.console.Console}. */
final class ConsoleServer implements RunningServer {

  private final ServerProcess process;
  private final URI root;
  private final Duration time;
  private int requests;

  private ConsoleServer(ServerProcess process, int port, Duration time) {
    this.process = process;
    this.root = URI.create("http://127.0.0.1:" + port + "/");
    this.time = time;
  }

  /**
   * Starts a server, and waits until it can deploy an application.
   *
   * @param command how its JVM is started
   * @param log the file for all that it prints
   * @param port where it is going to listen
   * @param time how long it may take to start, to deploy or to undeploy
   * @throws IOException if it does not start
   */
  static RunningServer start(ProcessBuilder command, Path log, int port, Duration time)
      throws IOException {
    ConsoleServer server = new ConsoleServer(ServerProcess.start(command, log), port, time);
    try {
      server.await("its start");
    } catch (IOException e) {
      server.close();
      throw e;
    }
    return server;
  }

  @Override
  public URI uri(String application) {
    return root.resolve(Container.contextPath(application) + "/");
  }

  @Override
  public void deploy(String application, Path war) throws IOException {
    send(Request.deploy(++requests, application, war.toAbsolutePath()));
    await("the deployment of " + application);
  }

  @Override
  public void undeploy(String application) throws IOException {
    send(Request.undeploy(++requests, application));
    await("the end of " + application);
  }

  @Override
  public Path log() {
    return process.output();
  }

  @Override
  public void stop() throws IOException {
    send(Request.stop(++requests));
    process.awaitEnd();
    String failure = answer().flatMap(Answer::failure).orElse("");
    if (!failure.isEmpty()) {
      throw new IOException("The server has not stopped well: " + failure);
    }
  }

  @Override
  public void close() {
    process.close();
  }

  private void send(Request request) throws IOException {
    OutputStream input = process.process().getOutputStream();
    input.write((request + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  private void await(String what) throws IOException {
    process.await(what, time, () -> answer().isPresent());
    String failure = answer().flatMap(Answer::failure).orElse("");
    if (!failure.isEmpty()) {
      throw new IOException("Failed: " + what + ": " + failure + "\n" + process.tail());
    }
  }

  private Optional<Answer> answer() {
    try {
      // bytes that are not UTF-8 are none of ours: it does not matter what becomes of them
      byte[] output = Files.readAllBytes(process.output());
      return Answer.find(requests, new String(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
