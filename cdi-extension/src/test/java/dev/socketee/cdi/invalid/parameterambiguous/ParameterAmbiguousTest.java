package dev.socketee.cdi.invalid.parameterambiguous;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.inject.Any;
import org.junit.jupiter.api.Test;

class ParameterAmbiguousTest {

  interface Orders {}

  static class Shop implements Orders {}

  static class Mail implements Orders {}

  @Namespace
  static class Chat {
    @OnEvent
    void order(@Any Orders orders) {}
  }

  @Test
  void parameter_thatSeveralBeansFit_isRefused() {
    assertThat(App.problems(Chat.class, Shop.class, Mail.class))
        .containsExactly(
            "SIO0309: parameter 1 of "
                + Chat.class.getTypeName()
                + ".order(Orders) is injected, but there are several beans of type "
                + Orders.class.getTypeName()
                + " with @Any: "
                + Mail.class.getTypeName()
                + ", "
                + Shop.class.getTypeName()
                + ". Tell them apart by qualifiers.");
  }
}
