package dev.socketee.it.interceptor;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnConnect;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import java.util.List;

/** Handlers with interceptors of the application. */
@Namespace("/intercepted")
public class Intercepted {

  @Inject Records records;

  @Recorded
  @OnConnect
  void arrive(Socket socket) {}

  @Recorded
  @OnEvent("recorded")
  String recorded() {
    return "called";
  }

  @OnEvent("records")
  List<String> records() {
    return records.methods();
  }
}
