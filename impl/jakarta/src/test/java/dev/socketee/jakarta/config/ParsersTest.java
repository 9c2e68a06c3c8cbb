package dev.socketee.jakarta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.socketee.spi.Packet;
import dev.socketee.spi.Parser;
import dev.socketee.spi.ParserLimits;
import dev.socketee.spi.WireMessage;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsersTest {

  @TempDir private Path folder;

  /** As an application would bring one. */
  public static class Mine implements Parser {

    @Override
    public String name() {
      return "mine";
    }

    @Override
    public List<WireMessage> encode(Packet packet) {
      return List.of();
    }

    @Override
    public Decoder decoder(ParserLimits limits) {
      throw new AssertionError("a parser is found here, and reads nothing");
    }
  }

  /** Another of that name. */
  public static final class Other extends Mine {}

  /** Runs with services of the application. */
  private void with(String services, Runnable action) throws IOException {
    Path file = folder.resolve("META-INF/services/" + Parser.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, services);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      action.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void service_isFoundByItsName() throws IOException {
    with(Mine.class.getName(), () -> assertThat(Parsers.named("mine").name()).isEqualTo("mine"));
  }

  @Test
  void service_ofAnotherName_isNotFound_andThoseThereAreAreNamed() throws IOException {
    with(
        Mine.class.getName(),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Parsers.named("yours"))
                .withMessage("the services there are: [mine]"));
  }

  @Test
  void noService_isSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parsers.named("mine"))
        .withMessage("there is no service of the type dev.socketee.spi.Parser");
  }

  @Test
  void twoOfTheSameName_areRefused() throws IOException {
    with(
        Mine.class.getName() + "\n" + Other.class.getName(),
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Parsers.named("mine"))
                .withMessageContaining("several of that name")
                .withMessageContaining("ParsersTest$Mine")
                .withMessageContaining("ParsersTest$Other"));
  }

  @Test
  void serviceThatCannotBeMade_isSaid() throws IOException {
    with(
        "no.such.Parser",
        () ->
            assertThatIllegalArgumentException()
                .isThrownBy(() -> Parsers.named("mine"))
                .withMessageContaining("a service cannot be used")
                .withMessageContaining("no.such.Parser"));
  }
}
