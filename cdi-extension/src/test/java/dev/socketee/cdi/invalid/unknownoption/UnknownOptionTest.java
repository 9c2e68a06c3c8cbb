package dev.socketee.cdi.invalid.unknownoption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class UnknownOptionTest {

  @SocketIODefinition(properties = {"ping-intervall=PT5S", "ping-timeout=soon"})
  @ApplicationScoped
  static class Servers {}

  @Namespace(
      value = "/chat",
      properties = {"max-socket=5", "ping-interval=1"})
  static class Chat {}

  @Test
  void option_thatThereIsNot_orOfAWrongValue_isNamed() {
    assertThat(App.problems(Servers.class, Chat.class))
        .containsExactlyInAnyOrder(
            "SIO1001: an annotation is wrong: unknown key socketio.ping-intervall (@SocketIODefinition of dev.socketee.cdi.invalid.unknownoption.UnknownOptionTest$Servers); did you mean socketio.ping-interval?",
            "SIO1001: an annotation is wrong: socketio.ping-timeout = \"soon\" (@SocketIODefinition of dev.socketee.cdi.invalid.unknownoption.UnknownOptionTest$Servers): expected a duration, 1 ms or more: it is neither a plain number nor an ISO-8601 duration such as PT25S",
            "SIO1001: an annotation is wrong: unknown key socketio.namespace.\"/chat\".max-socket (@Namespace of dev.socketee.cdi.invalid.unknownoption.UnknownOptionTest$Chat); did you mean socketio.namespace.\"/chat\".max-sockets?",
            "SIO1001: an annotation is wrong: socketio.namespace.\"/chat\".ping-interval (@Namespace of dev.socketee.cdi.invalid.unknownoption.UnknownOptionTest$Chat): ping-interval is an option of a server, not of one namespace, which can have max-sockets, mailbox-events, mailbox-bytes, mailbox-overflow, pending-acks, rooms-per-socket, events-per-second");
  }
}
