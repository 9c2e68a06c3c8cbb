package dev.socketee.cdi.invalid.abstractnamespace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Namespace;
import dev.socketee.cdi.fixture.App;
import dev.socketee.test.ExpectedLogs;
import org.junit.jupiter.api.Test;

class AbstractNamespaceTest {

  @Namespace("/chat")
  abstract static class Chat {}

  @Namespace("/other")
  interface Other {}

  @Test
  void namespace_onAbstractClassOrInterface_isRefused(ExpectedLogs logs) {
    logs.expect("WELD-000167"); // Weld sees it, too
    assertThat(App.problems(Chat.class, Other.class))
        .containsExactlyInAnyOrder(
            "SIO0101:"
                + " dev.socketee.cdi.invalid.abstractnamespace.AbstractNamespaceTest$Chat"
                + " has @Namespace, but is abstract: only a class that can be instantiated"
                + " is a bean. Put the annotation on the classes that extend it.",
            "SIO0101:"
                + " dev.socketee.cdi.invalid.abstractnamespace.AbstractNamespaceTest$Other"
                + " has @Namespace, but is an interface: only a class that can be"
                + " instantiated is a bean. Put the annotation on the classes that"
                + " implement it.");
  }
}
