package dev.socketee.it.mpconfig;

import dev.socketee.Socket;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A namespace with an option, and a value of the application, out of its properties. */
@Namespace("/mp-config")
public class Configured {

  @Inject
  @ConfigProperty(name = "dev.socketee.it.greeting", defaultValue = "none")
  @SuppressWarnings("NullAway.Init") // injected
  String greeting;

  @OnEvent
  String greeting() {
    return greeting;
  }

  /** Asks the client something it never answers. */
  @OnEvent("ask")
  String ask(Socket socket) {
    try {
      socket.emitWithAck("question");
      return "asked";
    } catch (IllegalStateException e) {
      return "refused";
    }
  }
}
