package dev.socketee.cdi.invalid.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.Broadcaster;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NamespaceParam;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class WrongTemplateTest {

  private static final String HERE = "dev.socketee.cdi.invalid.template.WrongTemplateTest$";

  @Namespace("/tenants/x{tenant}")
  static class PartOfAPart {
    @OnEvent
    void x(@NamespaceParam("tenant") String tenant) {}
  }

  @Test
  void template_withAVariableThatIsNoWholePart_isRefused() {
    assertThat(App.problems(PartOfAPart.class))
        .containsExactly(
            "SIO0110: "
                + HERE
                + "PartOfAPart has @Namespace(\"/tenants/x{tenant}\"), but \"x{tenant}\" is no"
                + " variable: it must be a name in braces between two slashes. Write it like"
                + " \"/tenants/{tenant}\".");
  }

  @Namespace("/a/{x}/{x}")
  static class Twice {}

  @Test
  void template_withAVariableTwice_isRefused() {
    assertThat(App.problems(Twice.class))
        .containsExactly(
            "SIO0110: "
                + HERE
                + "Twice has @Namespace(\"/a/{x}/{x}\"), but has two variables {x}. Write it like"
                + " \"/tenants/{tenant}\".");
  }

  @Namespace("/a/{x}")
  static class One {}

  @Namespace("/a/{y}")
  static class Other {}

  @Test
  void templates_thatDifferInTheNamesOfVariablesOnly_areRefused() {
    assertThat(App.problems(One.class, Other.class))
        .containsExactly(
            "SIO0111: "
                + HERE
                + "One has @Namespace(\"/a/{x}\") and "
                + HERE
                + "Other has @Namespace(\"/a/{y}\"), which are the same namespaces. Give the"
                + " variables the same names.");
  }

  static class Injected {
    @Inject
    @Namespace("/a/{}")
    Broadcaster all;
  }

  @Test
  void injectionPoint_withAWrongTemplate_isRefused() {
    assertThat(App.problems(Injected.class))
        .containsExactly(
            "SIO0408: "
                + HERE
                + "Injected.all has @Namespace(\"/a/{}\"), but \"{}\" is no variable: it must be a"
                + " name in braces between two slashes. Write it like \"/tenants/{tenant}\".");
  }
}
