package dev.socketee.cdi.invalid.namespaceparam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Header;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.NamespaceParam;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrongNamespaceParamTest {

  @Namespace("/fixed")
  static class Fixed {
    @OnEvent
    void x(@NamespaceParam("tenant") String tenant) {}
  }

  @Test
  void namespaceParam_withoutVariables_isRefused() {
    assertThat(App.problems(Fixed.class))
        .singleElement()
        .asString()
        .startsWith("SIO0314: ")
        .contains("WrongNamespaceParamTest$Fixed.x")
        .endsWith(
            " has @NamespaceParam, but the name of its namespace, /fixed, has no variables. Add one"
                + " in braces, or remove the parameter.");
  }

  @Namespace("/{a}/{b}")
  static class Unknown {
    @OnEvent
    void x(@NamespaceParam("c") String tenant) {}
  }

  @Test
  void namespaceParam_ofAnUnknownVariable_isRefused() {
    assertThat(App.problems(Unknown.class))
        .singleElement()
        .asString()
        .startsWith("SIO0315: ")
        .endsWith(
            " has @NamespaceParam(\"c\"), but the variables of its namespace, /{a}/{b}, are: a, b."
                + " Use one of them.");
  }

  @Namespace("/{a}")
  static class OfOtherType {
    @OnEvent
    void x(@NamespaceParam("a") Map<String, String> tenant) {}
  }

  @Test
  void namespaceParam_ofATypeThatIsNoText_isRefused() {
    assertThat(App.problems(OfOtherType.class)).singleElement().asString().startsWith("SIO0311: ");
  }

  @Namespace("/{a}")
  static class Several {
    @OnEvent
    void x(@NamespaceParam("a") @Header("a") String tenant) {}
  }

  @Test
  void namespaceParam_thatIsSomethingElseToo_isRefused() {
    assertThat(App.problems(Several.class))
        .singleElement()
        .asString()
        .startsWith("SIO0310: ")
        .contains("@Header and @NamespaceParam");
  }
}
