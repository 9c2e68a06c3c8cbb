package dev.socketee.cdi.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.SocketNamespace;
import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who may connect to namespaces that a template serves, and to the ones beside it. */
class TemplateAccessTest {

  private static final String ACCEPTED = "0{\"sid\":\"#\"}";
  private static final String UNAUTHORIZED = "4{\"message\":\"Unauthorized\"}";

  @Namespace("/tenants/{tenant}")
  @Authenticated
  static class Tenants {

    @OnEvent
    String who() {
      return "any";
    }
  }

  @Namespace("/tenants/acme")
  static class Acme {

    @OnEvent
    String who() {
      return "acme";
    }
  }

  static class Elsewhere {

    @Inject
    @Namespace("/tenants/injected")
    Broadcaster injected;
  }

  @Test
  void template_guardsWhatItServes_whoeverHasMadeIt() {
    try (App app = App.start(Tenants.class, Elsewhere.class)) {
      SocketNamespace unused = app.io().of("/tenants/asked");

      assertThat(app.connect("/tenants/other").received()).containsExactly(UNAUTHORIZED);
      assertThat(app.connect("/tenants/injected").received()).containsExactly(UNAUTHORIZED);
      assertThat(app.connect("/tenants/asked").received()).containsExactly(UNAUTHORIZED);
    }
  }

  @Test
  void template_doesNotGuardWhatABeanOfThatNameServes() {
    try (App app = App.start(Tenants.class, Acme.class)) {
      assertThat(app.connect("/tenants/acme").received()).containsExactly(ACCEPTED);
      assertThat(app.connect("/tenants/other").received()).containsExactly(UNAUTHORIZED);
    }
  }
}
