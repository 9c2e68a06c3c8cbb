package dev.socketee.cdi.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Handshake;
import dev.socketee.Socket;
import dev.socketee.annotation.Auth;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import dev.socketee.test.ExpectedLogs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An exception goes to the handler with the most specific type, of the bean that has thrown it. */
class ErrorTest {

  private static final List<String> SEEN = new ArrayList<>();

  @Namespace("/files")
  static class Files {

    @OnEvent
    void open(String why) throws Exception {
      switch (why) {
        case "missing" -> throw new FileNotFoundException();
        case "broken" -> throw new IOException();
        case "bug" -> throw new IllegalStateException();
        case "assertion" -> throw new AssertionError("as is");
        case "rethrown" -> throw new InterruptedException("rethrown");
        default -> throw new UnsupportedOperationException("unknown");
      }
    }

    @OnError
    void io(IOException e) {
      SEEN.add("files io");
    }

    @OnError
    void missing(
        FileNotFoundException e,
        Socket socket,
        Handshake handshake,
        @Auth Map<String, String> who) {
      SEEN.add("files missing " + socket.connected() + " " + who.get("user"));
    }

    @OnError
    void rethrow(InterruptedException e) throws InterruptedException {
      throw new InterruptedException("again");
    }
  }

  @Namespace("/files")
  static class More {
    @OnError
    void any(Exception e) {
      SEEN.add("more any");
    }

    @OnError
    void missing(FileNotFoundException e) {
      SEEN.add("more missing");
    }

    @OnError
    void bug(IllegalStateException e) {
      SEEN.add("more bug");
    }
  }

  @Namespace("/files")
  static class YetMore {
    @OnError
    void bug(IllegalStateException e) {
      SEEN.add("yet more bug");
    }
  }

  @Namespace("/other")
  static class Other {
    @OnError
    void any(Throwable e) {
      SEEN.add("other");
    }
  }

  private App app;

  @BeforeEach
  void start() {
    SEEN.clear();
    app = App.start(Files.class, More.class, YetMore.class, Other.class);
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @ParameterizedTest
  @CsvSource({
    "missing, files missing true ada",
    "broken, files io",
    "bug, more bug",
    "anything, more any"
  })
  void error_goesToTheMostSpecificHandler(String why, String seen) {
    app.connect("/files", "{\"user\":\"ada\"}").emit("open", "\"" + why + "\"");
    assertThat(SEEN).containsExactly(seen);
  }

  @Test
  void error_withoutHandlerForItsType_isLogged(ExpectedLogs logs) {
    logs.expect("dev.socketee.server: A listener of \"open\" failed.*as is");
    app.connect("/files").emit("open", "\"assertion\"");
    assertThat(SEEN).isEmpty();
  }

  @Test
  void error_handlerFails_itsExceptionIsLogged(ExpectedLogs logs) {
    logs.expect("A listener of \"open\" failed.*InterruptedException: again");
    app.connect("/files").emit("open", "\"rethrown\"");
    assertThat(SEEN).isEmpty();
  }
}
