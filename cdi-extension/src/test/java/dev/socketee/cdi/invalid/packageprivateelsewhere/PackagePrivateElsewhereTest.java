package dev.socketee.cdi.invalid.packageprivateelsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import dev.socketee.cdi.invalid.packageprivateelsewhere.base.Base;
import org.junit.jupiter.api.Test;

class PackagePrivateElsewhereTest {

  @Namespace
  static class Chat extends Base {}

  @Test
  void handler_packagePrivateInOtherPackage_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0206:"
                + " dev.socketee.cdi.invalid.packageprivateelsewhere.base.Base.message(String)"
                + " is package-private, and the proxies of"
                + " dev.socketee.cdi.invalid.packageprivateelsewhere.PackagePrivateElsewhereTest$Chat"
                + " are in another package, from which they cannot see it. Make it"
                + " protected or public.");
  }
}
