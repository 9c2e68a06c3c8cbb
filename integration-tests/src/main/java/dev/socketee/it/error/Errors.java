package dev.socketee.it.error;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnError;
import dev.socketee.annotation.OnEvent;
import java.io.FileNotFoundException;
import java.io.IOException;

/** Fails in several ways, and tells the client by which method it was told. */
@Namespace("/errors")
public class Errors {

  @OnEvent("fail")
  void fail(String how) throws Exception {
    switch (how) {
      case "argument" -> throw new IllegalArgumentException("bad argument");
      case "file" -> throw new FileNotFoundException("no file");
      case "state" -> throw new IllegalStateException("bad state");
      default -> throw new AssertionError(how);
    }
  }

  @OnEvent("number")
  int number(int number) {
    return number + 1;
  }

  @OnError
  void argument(Socket socket, IllegalArgumentException e) {
    socket.emit("problem", "argument", String.valueOf(e.getMessage()));
  }

  @OnError
  void io(Socket socket, IOException e) {
    socket.emit("problem", "io", String.valueOf(e.getMessage()));
  }

  @OnError
  void other(Socket socket, Throwable e) {
    socket.emit("problem", "other", String.valueOf(e.getMessage()));
  }
}
