package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server in a process of its own. */
class ProcessTest {

  /** The shortest program, but that the end of its input ends it, too. */
  static final class Main {

    private Main() {}

    public static void main(String[] arguments) {
      Thread input = new Thread(Main::endWithTheInput, "input");
      input.setDaemon(true); // it is the server that keeps the process alive
      input.start();
      System.out.println(EmbeddedSocketIOTest.chat().start().uri());
    }

    private static void endWithTheInput() {
      try {
        System.in.readAllBytes();
        System.exit(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void process_askedToEnd_tellsItsClientsAndEnds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      TestClient client = TestClient.connect(URI.create(output.readLine()), "/chat");
      assertThat(process.isAlive()).isTrue();

      askToEnd(process);

      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  /** By a signal, or where the system has none for that, by the end of the input. */
  private static void askToEnd(Process process) throws IOException {
    if (process.supportsNormalTermination()) {
      process.destroy();
    } else {
      process.getOutputStream().close();
    }
  }
}
