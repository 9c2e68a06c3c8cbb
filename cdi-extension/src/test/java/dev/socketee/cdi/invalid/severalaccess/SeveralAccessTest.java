package dev.socketee.cdi.invalid.severalaccess;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketee.annotation.Authenticated;
import dev.socketee.annotation.Namespace;
import dev.socketee.annotation.OnEvent;
import dev.socketee.cdi.fixture.App;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

class SeveralAccessTest {

  @Namespace("/method")
  static class OnMethod {
    @OnEvent
    @RolesAllowed("admin")
    @PermitAll
    void message() {}
  }

  @Namespace("/class")
  @Authenticated
  @RolesAllowed("admin")
  static class OnClass {
    @OnEvent
    void message() {}
  }

  @Stereotype
  @Authenticated
  @Retention(RUNTIME)
  @Target(TYPE)
  @interface Known {}

  @Stereotype
  @RolesAllowed("admin")
  @Retention(RUNTIME)
  @Target(TYPE)
  @interface Admins {}

  @Namespace("/stereotypes")
  @Known
  @Admins
  static class ByStereotypes {}

  @Test
  void access_saidTwice_isRefused() {
    assertThat(App.problems(OnMethod.class, OnClass.class, ByStereotypes.class))
        .containsExactlyInAnyOrder(
            problem(OnMethod.class.getTypeName() + ".message()", "@PermitAll and @RolesAllowed"),
            problem(OnClass.class.getTypeName(), "@Authenticated and @RolesAllowed"),
            problem(ByStereotypes.class.getTypeName(), "@Authenticated and @RolesAllowed"));
  }

  private static String problem(String where, String annotations) {
    return "SIO0801: "
        + where
        + " has "
        + annotations
        + ", by itself or by stereotypes, but only one of them can hold. Keep one; on the class"
        + " itself it counts before those of its stereotypes.";
  }
}
