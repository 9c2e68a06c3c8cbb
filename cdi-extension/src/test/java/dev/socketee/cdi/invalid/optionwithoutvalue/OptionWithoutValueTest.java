package dev.socketee.cdi.invalid.optionwithoutvalue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.SocketIODefinition;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.ApplicationScoped;
import org.junit.jupiter.api.Test;

class OptionWithoutValueTest {

  @SocketIODefinition(properties = {"ping-interval", "=5"})
  @ApplicationScoped
  static class Servers {}

  @Namespace(properties = "max-sockets")
  static class Main {}

  @Test
  void property_thatSaysNothing_isRefused() {
    assertThat(App.problems(Servers.class, Main.class))
        .containsExactlyInAnyOrder(
            "SIO1002: dev.socketee.cdi.invalid.optionwithoutvalue.OptionWithoutValueTest$Servers has @SocketIODefinition with the property \"ping-interval\", which is no option with a value. Write it like \"ping-interval=PT10S\".",
            "SIO1002: dev.socketee.cdi.invalid.optionwithoutvalue.OptionWithoutValueTest$Servers has @SocketIODefinition with the property \"=5\", which is no option with a value. Write it like \"ping-interval=PT10S\".",
            "SIO1002: dev.socketee.cdi.invalid.optionwithoutvalue.OptionWithoutValueTest$Main has @Namespace with the property \"max-sockets\", which is no option with a value. Write it like \"ping-interval=PT10S\".");
  }
}
