package dev.socketee.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.inject.spi.DefinitionException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mistakes that are found when CDI has been started already. */
class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void none_throwsNothing() {
    assertThatCode(problems::throwAll).doesNotThrowAnyException();
  }

  @Test
  void one_isThrownAsItIs() {
    DefinitionException only = new DefinitionException("the one");
    problems.add(only);

    assertThatThrownBy(problems::throwAll).isSameAs(only);
  }

  @Test
  void several_areThrownWithAllMessages() {
    DefinitionException first = new DefinitionException("the first");
    DefinitionException second = new DefinitionException("the second");
    problems.add(first);
    problems.add(second);

    assertThatThrownBy(problems::throwAll)
        .isInstanceOf(DefinitionException.class)
        .hasMessage("2 problems:\n  the first\n  the second")
        .hasSuppressedException(first)
        .hasSuppressedException(second);
  }

  @Test
  void servers_thatThereAreNot_areAllNamed() {
    ServerRules rules = new ServerRules(problems);
    rules.used("admin", "Admins");
    rules.used("default", "Chat");
    rules.used("live", "News");

    assertThatThrownBy(() -> rules.check(Set.of("default")))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll("2 problems", "Admins", "\"admin\"", "News", "\"live\"");
  }
}
