package dev.socketee.cdi.invalid.contradiction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class ContradictionTest {

  @Namespace(
      value = "/chat",
      properties = {"max-sockets=5", "pending-acks=1"})
  static class One {}

  @Namespace(
      value = "/chat",
      properties = {"max-sockets=6", "pending-acks=1"})
  static class Other {}

  @Namespace(value = "/chat", server = "admin", properties = "max-sockets=7")
  static class Elsewhere {}

  @Test
  void beans_thatContradictEachOther_areNamed() {
    assertThat(App.problems(One.class, Other.class, Elsewhere.class))
        .containsExactlyInAnyOrder(
            "SIO1006: dev.socketee.cdi.invalid.contradiction.ContradictionTest$One and dev.socketee.cdi.invalid.contradiction.ContradictionTest$Other set the option max-sockets of the namespace /chat to different values. Say it once.");
  }

  @Namespace(value = "/t/{a}", properties = "max-sockets=5")
  static class Template {}

  @Namespace(value = "/t/{b}", properties = "max-sockets=6")
  static class SameTemplate {}

  @Test
  void beans_thatContradictEachOtherByTemplatesOfOneShape_areRefusedForThese() {
    assertThat(App.problems(Template.class, SameTemplate.class))
        .singleElement()
        .asString()
        .contains("/t/{a}", "/t/{b}", Template.class.getName(), SameTemplate.class.getName());
  }
}
