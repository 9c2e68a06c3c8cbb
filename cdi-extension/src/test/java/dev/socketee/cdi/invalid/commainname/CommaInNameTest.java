package dev.socketee.cdi.invalid.commainname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import org.junit.jupiter.api.Test;

class CommaInNameTest {

  @Namespace("/chat,news")
  static class Chat {}

  @Test
  void namespace_commaInName_isRefused() {
    assertThat(App.problems(Chat.class))
        .containsExactlyInAnyOrder(
            "SIO0104: dev.socketee.cdi.invalid.commainname.CommaInNameTest$Chat has"
                + " @Namespace(\"/chat,news\"), but the name of a namespace cannot contain"
                + " a comma. Rename it.");
  }
}
