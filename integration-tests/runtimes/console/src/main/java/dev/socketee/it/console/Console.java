package dev.socketee.it.console;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does what the lines of the standard input ask for, one after the other. */
public final class Console {

  private final OutputStream output;

  Console(OutputStream output) {
    this.output = output;
  }

  /**
   * The main method of a server: starts it, and returns when it has been asked to stop, or when
   * nobody is there any more who could ask.
   *
   * @throws Exception if the server cannot start, or stop; that has been answered, too
   */
  public static void main(Container.Factory factory) throws Exception {
    // one write for each answer, so that no line of the log gets into it: System.out may be
    // another's
    try (OutputStream output = new FileOutputStream(FileDescriptor.out)) {
      new Console(output).run(factory, System.in);
    }
  }

  void run(Container.Factory factory, InputStream input) throws Exception {
    Container container = start(factory);
    int last = 0;
    try (var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Request request = Request.parse(line);
        last = request.number();
        if (request.command() == Request.Command.STOP) {
          break;
        }
        perform(container, request);
      }
    }
    stop(container, last);
  }

  private Container start(Container.Factory factory) throws Exception {
    Container container;
    try {
      container = factory.start();
    } catch (Exception e) {
      answer(Answer.failed(0, e));
      throw e;
    }
    answer(Answer.done(0));
    return container;
  }

  /** Whatever goes wrong with an application, the server goes on, with other applications. */
  private void perform(Container container, Request request) throws IOException {
    Answer answer;
    try {
      if (request.command() == Request.Command.DEPLOY) {
        container.deploy(request.application(), request.war());
      } else {
        container.undeploy(request.application());
      }
      answer = Answer.done(request.number());
    } catch (Exception | LinkageError e) {
      System.Logger log = System.getLogger(Console.class.getName());
      log.log(System.Logger.Level.ERROR, request.toString(), e);
      answer = Answer.failed(request.number(), e);
    }
    answer(answer);
  }

  private void stop(Container container, int number) throws Exception {
    try {
      container.stop();
    } catch (Exception e) {
      answer(Answer.failed(number, e));
      throw e;
    }
    answer(Answer.done(number));
  }

  private void answer(Answer answer) throws IOException {
    output.write(answer.toString().getBytes(StandardCharsets.UTF_8));
    output.flush();
  }
}
