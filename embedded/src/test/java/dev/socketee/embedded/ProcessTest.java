package dev.socketee.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A server in a process of its own. */
class ProcessTest {

  /** The shortest program. */
  static final class Main {

    private Main() {}

    public static void main(String[] arguments) {
      System.out.println(EmbeddedSocketIOTest.chat().start().uri());
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no signal that asks to end")
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

      process.destroy();

      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
