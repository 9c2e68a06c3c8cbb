package dev.socketee.cdi.invalid.commaininjectedname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class CommaInInjectedNameTest {

  @Dependent
  static class Prices {
    @Inject
    @Namespace("/prices,news")
    Broadcaster prices;
  }

  @Test
  void injectedNamespace_commaInName_isRefused() {
    assertThat(App.problems(Prices.class))
        .containsExactlyInAnyOrder(
            "SIO0405:"
                + " dev.socketee.cdi.invalid.commaininjectedname.CommaInInjectedNameTest$Prices.prices"
                + " has @Namespace(\"/prices,news\"), but the name of a namespace cannot"
                + " contain a comma. Rename it.");
  }
}
