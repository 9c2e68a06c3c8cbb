package dev.socketee.cdi.invalid.severaladapters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.cdi.fixture.App;
import dev.socketee.spi.AdapterFactory;
import jakarta.enterprise.inject.Produces;
import org.junit.jupiter.api.Test;

class SeveralAdaptersTest {

  private static final AdapterFactory FACTORY =
      sockets -> {
        throw new UnsupportedOperationException("not called by this test");
      };

  static class One {
    @Produces
    AdapterFactory factory() {
      return FACTORY;
    }
  }

  static class Other {
    @Produces
    AdapterFactory factory() {
      return FACTORY;
    }
  }

  @Test
  void factories_ofWhichNoneIsMeant_areRefused() {
    assertThat(App.problems(One.class, Other.class))
        .containsExactly(
            "SIO0503: There are several beans of type dev.socketee.spi.AdapterFactory: "
                + One.class.getTypeName()
                + ", "
                + Other.class.getTypeName()
                + ". The servers of an application share one: give the others a qualifier, and hand"
                + " them to the builder of the server that they are for.");
  }
}
